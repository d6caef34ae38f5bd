package violations.sides.query;

/** An answer. */
public record Answer(int value) {}
