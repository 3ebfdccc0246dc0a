package fr.gestmat.mealaid.control.document;

import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.AidDocument;

/**
 * A document can't be kept, as a virus was found in it or its bytes are lost; told within the
 * transaction that says so.
 *
 * @param application that it was sent for
 * @param document the document, whose state says why
 */
public record DocumentSpoiled(AidApplication application, AidDocument document) {}
