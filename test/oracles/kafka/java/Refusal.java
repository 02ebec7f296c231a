/** One exception that ends a start. */
final class Refusal {
    final String stage;
    final String exception;
    final String message;

    Refusal(String stage, Throwable t) {
        this.stage = stage;
        this.exception = t instanceof Named ? ((Named) t).name : t.getClass().getName();
        this.message = String.valueOf(t.getMessage()).replaceAll("[\\r\\n\\t]+", " ");
    }

    /** A refusal that is restated here because the real call would touch the disk or the network; carries the name of the real exception. */
    static final class Named extends Exception {
        final String name;

        Named(String name, String message) {
            super(message);
            this.name = name;
        }
    }
}
