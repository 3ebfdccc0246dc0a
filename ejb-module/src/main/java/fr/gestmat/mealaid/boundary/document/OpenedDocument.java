package fr.gestmat.mealaid.boundary.document;

import java.io.InputStream;

/**
 * A document in the hands of who may see it.
 *
 * @param name harmless name
 * @param mediaType what the bytes are
 * @param bytes size
 * @param content each piece is verified before it is handed on; to be closed by the reader
 */
public record OpenedDocument(String name, String mediaType, long bytes, InputStream content) {}
