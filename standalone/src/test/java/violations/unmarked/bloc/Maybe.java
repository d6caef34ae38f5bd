package violations.unmarked.bloc;

/** In a package that does not say what may be null. */
class Maybe {}
