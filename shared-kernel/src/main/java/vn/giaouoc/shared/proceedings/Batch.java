package vn.giaouoc.shared.proceedings;

/**
 * One recording of one proceedings file.
 *
 * @param proceedings the record
 * @param recording which recording of it, counted from 1
 */
public record Batch(ProceedingsId proceedings, int recording) {}
