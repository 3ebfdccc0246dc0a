package fr.gestmat.mealaid.control.letter;

import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.letter.LetterTexts.Version;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.SharedCustody;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.reports.document.Fact;
import fr.gestmat.reports.letter.OfficialLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says. Outcome, amount, effect, reason and ways of appeal stand in every letter,
 * whatever the authority's text says: an officer cannot publish one without them.
 */
@ApplicationScoped
public class LetterPaper {

  @PersistenceContext private EntityManager entities;
  @Inject private LetterTexts texts;
  @Inject private AidRows rows;
  @Inject private Clock clock;

  /**
   * A letter in words.
   *
   * @param text version of the text that it was made with; empty for the usual one
   * @param letter what it says
   */
  public record Written(Optional<Long> text, OfficialLetter letter) {}

  /** The letter about a decision, with the text in force. */
  public Written write(LetterKind kind, AidApplication about, AidDecision decision) {
    AidCampaign campaign = entities.find(AidCampaign.class, about.campaignId());
    Optional<Version> version = texts.inForce(campaign.id(), kind);
    return new Written(
        version.map(Version::key),
        write(
            kind,
            version.map(Version::text).orElseGet(() -> LetterText.usual(kind)),
            about,
            decision));
  }

  /** The letter about a decision, with a text. */
  public OfficialLetter write(
      LetterKind kind, LetterText text, AidApplication about, AidDecision decision) {
    AidCampaign campaign = entities.find(AidCampaign.class, about.campaignId());
    LocalAuthority authority = entities.find(LocalAuthority.class, about.authorityId());
    ZoneId zone = ZoneId.of(authority.timeZone());
    LocalDate decidedOn = LocalDate.ofInstant(decision.decidedAt(), zone);
    Optional<Answered> answered =
        kind == LetterKind.APPEAL_REJECTED ? answered(decision) : Optional.empty();
    LocalDate date = answered.map(one -> LocalDate.ofInstant(one.at(), zone)).orElse(decidedOn);
    // The time for an appeal runs from the letter, which may be made days after the decision.
    LocalDate until = LocalDate.ofInstant(clock.instant(), zone).plusDays(campaign.appealDays());
    String reason =
        answered.map(Answered::reason).orElse(Objects.requireNonNullElse(decision.reason(), ""));
    Map<LetterField, String> values = new EnumMap<>(LetterField.class);
    values.put(LetterField.APPLICANT, about.applicant().name());
    values.put(LetterField.CHILD_GIVEN_NAME, about.child().givenName());
    values.put(LetterField.CHILD_FAMILY_NAME, about.child().familyName());
    values.put(LetterField.SCHOOL, school(about));
    values.put(LetterField.NUMBER, String.valueOf(about.number()));
    values.put(LetterField.CAMPAIGN, campaign.name());
    values.put(LetterField.AUTHORITY, authority.name());
    values.put(LetterField.DECIDED_ON, day(date));
    values.put(LetterField.AMOUNT, amount(decision));
    values.put(LetterField.REASON, reason);
    values.put(LetterField.APPEAL_UNTIL, answered.isPresent() ? "" : day(until));
    @Nullable LocalDate effect = decision.effectiveOn();
    values.put(LetterField.EFFECTIVE_ON, effect == null ? "" : day(effect));
    List<Fact> facts = facts(kind, about, decision, reason);
    answered.ifPresent(
        one -> {
          facts.add(1, new Fact("Décision contestée", "du " + day(decidedOn)));
          facts.add(2, new Fact("Votre recours", "du " + day(one.filedOn())));
        });
    return letter(
        authority.name(),
        text,
        recipient(about.applicant().name(), AnswersJson.read(about.submitted())),
        values,
        facts);
  }

  /**
   * An appeal that changed nothing.
   *
   * @param filedOn when it arrived
   * @param at when it was answered
   * @param reason what the answer says
   */
  private record Answered(LocalDate filedOn, Instant at, String reason) {}

  private Optional<Answered> answered(AidDecision decision) {
    return rows.first(
        Sql.of("select filed_on, answered_at, answer from aid_appeal")
            .add("where decision_id = ?", decision.id())
            .add("and state in ('REJECTED', 'INADMISSIBLE') order by id desc limit 1"),
        row ->
            new Answered(
                row.day("filed_on"),
                row.instant("answered_at"),
                row.maybeText("answer").orElse("")));
  }

  /** A letter with its fields filled in; the ways of appeal stand in each. */
  static OfficialLetter letter(
      String authority,
      LetterText text,
      List<String> recipient,
      Map<LetterField, String> values,
      List<Fact> facts) {
    return new OfficialLetter(
        List.of(authority),
        text.logo(),
        recipient,
        List.of(
            "Le " + values.getOrDefault(LetterField.DECIDED_ON, ""),
            "Demande n° " + values.getOrDefault(LetterField.NUMBER, "")),
        LetterField.fill(text.title(), values),
        Arrays.stream(LetterField.fill(text.body(), values).split("\n{2,}"))
            .filter(paragraph -> !paragraph.isBlank())
            .toList(),
        facts,
        List.of(remedies(authority, values.getOrDefault(LetterField.APPEAL_UNTIL, ""))),
        LetterField.fill(text.signatory(), values),
        LetterField.fill(text.footer(), values));
  }

  /** Who gets it and where, as the family wrote it; the name alone if it did not. */
  static List<String> recipient(String name, Answers sent) {
    return Stream.of(
            name,
            sent.to("street").orElse(""),
            sent.to("postalCode").orElse("") + " " + sent.to("town").orElse(""))
        .filter(line -> !line.isBlank())
        .map(String::strip)
        .toList();
  }

  private static List<Fact> facts(
      LetterKind kind, AidApplication about, AidDecision decision, String reason) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Décision", words(kind)));
    facts.add(new Fact("Enfant", about.child().givenName() + " " + about.child().familyName()));
    String amount = amount(decision);
    if (!amount.isEmpty()) {
      facts.add(new Fact("Aide", amount));
    }
    if (!amount.isEmpty()) {
      HouseholdInputs.custody(decision.inputs())
          .filter(SharedCustody::counts)
          .ifPresent(shared -> facts.add(new Fact("Garde alternée", words(shared.rule()))));
    }
    @Nullable LocalDate effect = decision.effectiveOn();
    if (effect != null) {
      facts.add(new Fact("À partir du", day(effect)));
    }
    for (DecisionTerm term : decision.terms()) {
      if (term.amount().signum() > 0) {
        facts.add(new Fact("Trimestre " + term.term(), euros(term.amount())));
      }
    }
    if (!reason.isEmpty()) {
      facts.add(new Fact("Motif", reason));
    }
    return facts;
  }

  private String school(AidApplication about) {
    @Nullable Long school = about.schoolId();
    return school == null
        ? "un établissement à préciser"
        : rows.first(
                Sql.of("select name from school where id = ?", school), row -> row.text("name"))
            .orElse("");
  }

  /**
   * Ways of appeal: the authority first, or the court. The answer to an appeal leaves the court
   * alone, within two months of receiving it (code de justice administrative, article R. 421-1; an
   * appeal in time keeps that time whole, code des relations entre le public et l'administration,
   * article L. 411-2).
   *
   * @param until last day for the authority; empty in the answer to an appeal
   */
  private static OfficialLetter.Note remedies(String authority, String until) {
    if (until.isEmpty()) {
      return new OfficialLetter.Note(
          "Si vous n'êtes pas d'accord",
          List.of(
              "Vous pouvez saisir le tribunal administratif dans les deux mois qui suivent la"
                  + " réception de ce courrier, par courrier ou sur www.telerecours.fr.",
              "Nous écrire à nouveau ne prolonge pas ce délai."));
    }
    return new OfficialLetter.Note(
        "Si vous n'êtes pas d'accord",
        List.of(
            "Vous pouvez demander à la collectivité ("
                + authority
                + ") de revoir cette décision, depuis votre espace ou par courrier, jusqu'au "
                + until
                + " inclus.",
            "Vous pouvez aussi saisir le tribunal administratif dans les deux mois qui suivent la"
                + " réception de ce courrier, ou la réponse à votre recours, par courrier ou sur"
                + " www.telerecours.fr."));
  }

  /** What was decided, in words. */
  static String words(LetterKind kind) {
    return switch (kind) {
      case GRANTED -> "aide accordée";
      case REFUSED -> "aide non accordée";
      case CLOSED -> "demande classée sans suite";
      case APPEAL_REJECTED -> "décision maintenue";
    };
  }

  /** How two households were counted, in words. */
  private static String words(TwoHouseholds rule) {
    return switch (rule) {
      case APPLICANT -> "";
      case HALF_EACH -> "l'enfant vit chez ses deux parents : la moitié de l'aide de chaque foyer";
      case LOWER -> "l'enfant vit chez ses deux parents : la plus faible des aides des deux foyers";
    };
  }

  private static String amount(AidDecision decision) {
    if (decision.rate() != null) {
      return decision.rate().stripTrailingZeros().toPlainString().replace('.', ',')
          + " % du prix du repas";
    }
    if (decision.amount() == null || decision.unit() == null) {
      return "";
    }
    return euros(decision.amount())
        + switch (decision.unit()) {
          case PER_MEAL -> " par repas";
          case PER_TERM -> " par trimestre";
          case PER_YEAR -> " pour l'année scolaire";
          case RATE -> "";
        };
  }

  private static String euros(BigDecimal amount) {
    NumberFormat format = NumberFormat.getCurrencyInstance(Locale.FRANCE);
    format.setCurrency(Currency.getInstance("EUR"));
    return format.format(amount);
  }

  /** "lundi 1er novembre 2026". */
  static String day(LocalDate date) {
    String pattern = date.getDayOfMonth() == 1 ? "EEEE '1er' MMMM uuuu" : "EEEE d MMMM uuuu";
    return DateTimeFormatter.ofPattern(pattern, Locale.FRANCE).format(date);
  }
}
