package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.statement.StatementState;
import java.util.Optional;

/**
 * Which statements a list shows.
 *
 * @param campaignId database id of the campaign
 * @param term 1 to 3
 * @param state only these
 * @param school a part of the school's name or its UAI; empty for all
 */
public record StatementFilter(
    long campaignId, int term, Optional<StatementState> state, String school) {}
