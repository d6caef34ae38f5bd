package violations.otherside.command;

/** A decision. */
public record Decision(boolean taken) {}
