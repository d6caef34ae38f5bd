package violations.publicaggregate.command.bloc;

import org.axonframework.modelling.command.AggregateRoot;

/** An aggregate for everybody. */
@AggregateRoot
public class Bloc {}
