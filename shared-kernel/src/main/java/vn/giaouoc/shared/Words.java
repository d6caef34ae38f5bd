package vn.giaouoc.shared;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Free text that a person typed. The text itself lies beside the log and can be redacted; the event
 * holds the digest of it with its salt, so that the year still verifies.
 *
 * @param words SHA-256 of salt and text, in hexadecimal
 */
public record Words(@JsonProperty("words") String words) {}
