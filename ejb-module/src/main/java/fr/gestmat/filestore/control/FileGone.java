package fr.gestmat.filestore.control;

import java.util.UUID;

/**
 * A file has no row any more.
 *
 * @param id its public id
 */
public record FileGone(UUID id) {}
