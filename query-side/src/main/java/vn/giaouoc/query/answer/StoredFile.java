package vn.giaouoc.query.answer;

import org.jspecify.annotations.Nullable;

/**
 * A file as it lies beside the log.
 *
 * @param name the name under which it was handed in
 * @param mediaType its type
 * @param content what is in it; absent where that was taken away
 */
@SuppressWarnings("ArrayRecordComponent") // it is given out once and never compared
public record StoredFile(String name, String mediaType, byte @Nullable [] content) {}
