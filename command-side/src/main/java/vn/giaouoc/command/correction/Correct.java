package vn.giaouoc.command.correction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.time.When;

/**
 * Corrects a first-hand fact that was told wrongly.
 *
 * @param stream in which stream it stands
 * @param version its number there
 * @param reason why, in the words of who corrects
 * @param right the event as it should have been, as the timeline shows it; a new text as an object
 *     with {@code text} in it. Absent where nothing takes its place
 * @param on when it really occurred, and from when on it applies; absent where that was right
 */
record Correct(
    String stream,
    long version,
    String reason,
    @Nullable JsonNode right,
    @Nullable When on,
    Envelope envelope)
    implements Command {}
