package fr.gestmat.mealaid.control.statement;

import java.math.BigDecimal;

/**
 * What a final statement could not recover.
 *
 * @param statementId database id of that statement
 * @param amount euros, above 0
 */
public record CarriedOver(long statementId, BigDecimal amount) {}
