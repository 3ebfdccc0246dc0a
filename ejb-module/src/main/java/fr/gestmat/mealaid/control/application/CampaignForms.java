package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.form.FormNeeds;
import fr.gestmat.mealaid.control.form.StandardForm;
import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.source.SourceAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The versions of the campaigns' forms. */
@ApplicationScoped
public class CampaignForms {

  @Inject private AidRows rows;

  /**
   * The form of a version; one that nobody chose anything for asks everything. What official
   * sources want to know is asked as long as the authority lets them be asked, in every version; so
   * is what the campaign's scale depends on.
   */
  public AidForm of(long campaign, int version) {
    Basis basis = basis(campaign, version);
    return StandardForm.of(version, basis.choice(), basis.needs());
  }

  /** What a separated parent is asked in a version. */
  public AidForm ofOwnPart(long campaign, int version) {
    Basis basis = basis(campaign, version);
    return StandardForm.ofOwnPart(version, basis.choice(), basis.needs());
  }

  /** What a version asks. */
  public FormChoice choice(long campaign, int version) {
    return basis(campaign, version).choice();
  }

  /** What a form is made of. */
  private record Basis(FormChoice choice, FormNeeds needs) {}

  /** In one statement: every page of every family begins with it. */
  private Basis basis(long campaign, int version) {
    return rows.first(
            Sql.of("select f.income, f.extras, s.active, s.ask_quotient, s.ask_scholarship,")
                .add("(select group_concat(distinct b.condition_kind) from aid_bracket b")
                .add("join aid_scale v on v.id = b.scale_id where v.campaign_id = c.id) conditions")
                .add("from aid_campaign c left join source_access s")
                .add("on s.authority_id = c.authority_id left join aid_form_version f")
                .add("on f.campaign_id = c.id and f.version = ? where c.id = ?", version, campaign),
            CampaignForms::read)
        .orElseThrow();
  }

  private static Basis read(AidRow row) throws SQLException {
    String income = row.textOrNull("income");
    return new Basis(
        income == null
            ? FormChoice.WHOLE
            : new FormChoice(FormChoice.Income.valueOf(income), extras(row.text("extras"))),
        new FormNeeds(
            SourceAccess.asked(
                row.yes("active"), row.yes("ask_quotient"), row.yes("ask_scholarship")),
            row.maybeText("conditions").stream()
                .flatMap(kinds -> Arrays.stream(kinds.split(",", -1)))
                .map(ConditionKind::valueOf)
                .collect(Collectors.toSet())));
  }

  /** Keeps what a new version asks. */
  public void keep(long campaign, int version, FormChoice choice, String by, Instant now) {
    String extras =
        choice.extras().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    rows.write(
        Sql.of("insert into aid_form_version (campaign_id, version, income, extras,")
            .add("created_at, created_by) values (?, ?,", campaign, version)
            .add("?, ?, ?, ?)", choice.income(), extras, now, by)
            .add("on duplicate key update income = values(income), extras = values(extras)"));
  }

  private static Set<FormChoice.Extra> extras(String names) {
    return Arrays.stream(names.split(" ", -1))
        .flatMap(name -> extra(name).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<FormChoice.Extra> extra(String name) {
    return Arrays.stream(FormChoice.Extra.values())
        .filter(extra -> extra.name().equals(name))
        .findFirst();
  }
}
