package fr.gestmat.mealaid.control.document;

import fr.gestmat.mealaid.entity.AidApplication;
import java.time.Instant;

/**
 * A document reached an application that was sent already; told within the transaction that keeps
 * it.
 *
 * @param application the application, which may be whole now
 * @param at when it arrived: for a paper the end of its day, not when somebody typed it
 */
public record DocumentArrived(AidApplication application, Instant at) {}
