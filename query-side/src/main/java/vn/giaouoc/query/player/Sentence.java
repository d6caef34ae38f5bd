package vn.giaouoc.query.player;

/** What happened, in both languages. */
record Sentence(String vietnamese, String english) {}
