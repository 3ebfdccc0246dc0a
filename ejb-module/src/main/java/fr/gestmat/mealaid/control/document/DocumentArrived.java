package fr.gestmat.mealaid.control.document;

import fr.gestmat.mealaid.entity.AidApplication;

/**
 * A document reached an application that was sent already; told within the transaction that keeps
 * it.
 *
 * @param application the application, which may be whole now
 */
public record DocumentArrived(AidApplication application) {}
