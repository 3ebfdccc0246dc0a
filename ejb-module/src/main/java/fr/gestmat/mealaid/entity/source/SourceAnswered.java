package fr.gestmat.mealaid.entity.source;

/**
 * A source has answered, or will not any more: said in the transaction that writes it, for whoever
 * waits to decide.
 *
 * @param applicationId the application
 * @param kind what was asked
 * @param state where the question stands now; never an open state
 */
public record SourceAnswered(long applicationId, SourceKind kind, CallState state) {}
