package fr.gestmat.web.view;

/**
 * How far a long work is, as {@code part/progress.jte} shows it.
 *
 * @param label what is being done
 * @param done how much is done, never more than {@code total}
 * @param total how much there is to do; 0 when not known yet
 */
public record Progress(String label, long done, long total) {}
