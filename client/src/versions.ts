/** Kafka versions that a person may choose, newest first: the minors that the facts of the server cover. */
export const versions: readonly string[] = ['4.4', '4.3', '4.2', '4.1', '4.0', '3.9', '3.8', '3.7', '3.6', '3.5', '3.4', '3.3', '3.2', '3.1', '3.0', '2.8'];
