package violations.packagenames.service;

/** In a package called after a layer. */
class BlocService {}
