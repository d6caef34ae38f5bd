package violations.plainshared.shared.bloc;

import org.springframework.stereotype.Component;

/** A value that knows the framework. */
@Component
class Wired {}
