/** The events that the layouts of both libraries write; layouts.test.ts knows them too. */
public class LayoutEvents {
  static final int COUNT = 12;
  static final String[] LOGGERS = {"kafka.server.KafkaServer", "org.apache.kafka.common.utils.AppInfoParser$Inner"};
  static final String[] THREADS = {"main", "data-plane-kafka-request-handler-0"};
  private static final String[] MESSAGES = {"[KafkaServer id=1] started", "message with a line break:\n\tsecond line", "a - (b) [c] WARN d: e | f", "ends (kafka.Other)"};

  /** 2026-11-25 10:59:58.123 UTC and every 61,001 ms from then on: over noon. */
  static long time(int i) { return 1795604398123L + i * 61_001L * 60; }

  static String message(int i) { return MESSAGES[i % 4]; }

  static Throwable thrown(int i) {
    if (i % 5 != 4) return null;
    Throwable cause = new java.io.IOException("No space left on device");
    Throwable thrown = new IllegalStateException("outer", cause);
    StackTraceElement[] frames = {new StackTraceElement("kafka.log.UnifiedLog", "append", "UnifiedLog.scala", 7)};
    cause.setStackTrace(frames);
    thrown.setStackTrace(frames);
    return thrown;
  }
}
