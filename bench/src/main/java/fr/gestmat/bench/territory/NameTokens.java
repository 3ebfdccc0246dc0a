package fr.gestmat.bench.territory;

import fr.gestmat.directory.control.feed.NameKey;
import java.util.ArrayList;
import java.util.List;

/** What a search for a pupil may begin with, pupil by pupil, as the import writes it. */
final class NameTokens {

  private record Token(int pupil, String text) {}

  private final TerritoryPlan plan;
  private final List<Token> all = new ArrayList<>();

  NameTokens(TerritoryPlan plan) {
    this.plan = plan;
    for (int pupil = 0; pupil < plan.size().pupils(); pupil++) {
      for (String text : NameKey.tokens(Names.family(pupil), Names.given(pupil))) {
        all.add(new Token(pupil, text));
      }
    }
  }

  TableLoad load() {
    return new TableLoad(
        "pupil_name_token", "pupil_id, token, school_id, authority_id", all.size(), this::write);
  }

  private void write(Line line, int number) {
    Token token = all.get(number);
    line.number(token.pupil() + 1).text(token.text());
    line.number(plan.schoolOfPupil(token.pupil()) + 1).number(1);
  }
}
