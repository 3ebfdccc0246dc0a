package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.stock.ModelForm;
import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.policy.IncidentRule;
import fr.gestmat.lending.control.policy.IncidentRule.ChargeKind;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.control.policy.Limits;
import fr.gestmat.lending.control.policy.PolicyDraft;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The form of a policy in groups of fields. */
public final class PolicyFields {

  /** Lines for limits that differ, at least. */
  static final int LIMITS = 8;

  private final View view;
  private final PolicyDraft draft;
  private final List<FieldError> errors;

  private PolicyFields(View view, PolicyDraft draft, List<FieldError> errors) {
    this.view = view;
    this.draft = draft;
    this.errors = errors;
  }

  /**
   * A group of the form.
   *
   * @param key what its title and its explanation are found by
   * @param rows fields that stand beside each other
   */
  public record Group(String key, List<List<Field>> rows) {}

  /** The groups in the order in which a policy is told. */
  static List<Group> of(View view, PolicyDraft draft, List<FieldError> errors) {
    PolicyFields fields = new PolicyFields(view, draft, errors);
    List<Group> groups = new ArrayList<>();
    groups.add(fields.about());
    groups.add(fields.who());
    groups.add(fields.agreement());
    groups.add(fields.returns());
    for (IncidentKind kind : IncidentKind.values()) {
      groups.add(fields.incident(kind));
    }
    groups.add(fields.pieces());
    groups.add(fields.after());
    return groups;
  }

  private Group about() {
    List<Field> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.add(
          box(
              "openWeekday" + day.getValue(),
              view.text("policy.weekday." + day.getValue()),
              draft.openWeekdays().contains(day)));
    }
    Field first = days.get(0);
    days.set(0, first.errors(renamed("openWeekdays", first.name())));
    return new Group(
        "about",
        List.of(
            List.of(text("name", draft.name()).mandatory()),
            List.of(
                Field.of("date", "startsOn", label("startsOn"))
                    .hint(view.text("policy.field.startsOn.hint"))
                    .value(draft.startsOn().map(LocalDate::toString).orElse(""))
                    .mandatory()
                    .errors(errors)),
            days));
  }

  private Group who() {
    List<List<Field>> rows = new ArrayList<>();
    rows.add(List.of(hinted("eligible", draft.eligible().text())));
    rows.add(
        List.of(
            choice("duration", draft.yearly() ? "YEARLY" : "SCHOOLING", "SCHOOLING", "YEARLY")));
    rows.add(List.of(hinted("loanEnds", monthDay(draft.loanEnds()))));
    rows.add(List.of(box("loanFollowsPupil", label("loanFollowsPupil"), draft.loanFollowsPupil())));
    int each = draft.limits().perCategory();
    rows.add(
        List.of(
            number("loansPerPupil", each == PolicyDraft.UNREADABLE ? "" : String.valueOf(each))
                .mandatory()));
    List<Limits.Differing> limits = draft.limits().exceptions();
    for (int i = 0; i < Math.min(LIMITS, limits.size() + 2); i++) {
      rows.add(limit(i, i < limits.size() ? limits.get(i) : new Limits.Differing("", "", -1)));
    }
    return new Group("who", rows);
  }

  private List<Field> limit(int i, Limits.Differing limit) {
    List<Field.Choice> categories = new ArrayList<>();
    categories.add(new Field.Choice("", view.text("policy.limit.none")));
    ModelForm.CATEGORIES.forEach(
        c -> categories.add(new Field.Choice(c, view.text("stock.category." + c))));
    return List.of(
        Field.select("limitCategory" + i, view.text("policy.limit.category", i + 1), categories)
            .value(limit.category())
            .errors(errors),
        Field.text("limitMef" + i, view.text("policy.limit.mef")).value(limit.mef()).errors(errors),
        Field.of("number", "limitMost" + i, view.text("policy.limit.most"))
            .value(limit.most() < 0 ? "" : String.valueOf(limit.most()))
            .errors(errors));
  }

  private Group agreement() {
    return new Group(
        "agreement",
        List.of(
            List.of(choice("agreement", draft.agreement().name(), names(Agreement.values()))),
            List.of(number("agreementDays", said(draft.agreementDays())))));
  }

  private Group returns() {
    PolicyDraft.Returns returns = draft.returns();
    return new Group(
        "returns",
        List.of(
            List.of(choice("returnPlace", returns.place().name(), names(ReturnPlace.values()))),
            List.of(box("floating", label("floating"), returns.floating())),
            List.of(box("lostAllowed", label("lostAllowed"), returns.lostAllowed())),
            List.of(box("withdrawnAllowed", label("withdrawnAllowed"), returns.withdrawnAllowed())),
            List.of(box("autoReturn", label("autoReturn"), returns.autoReturn())),
            List.of(
                box(
                    "namesAcrossSchools",
                    label("namesAcrossSchools"),
                    returns.namesAcrossSchools()))));
  }

  private Group incident(IncidentKind kind) {
    IncidentRule rule = draft.on(kind);
    String end = "_" + kind;
    List<List<Field>> rows = new ArrayList<>();
    rows.add(
        List.of(
            options(
                "replacement" + end,
                "replacement",
                rule.replacement().name(),
                names(Replacement.values()))));
    if (kind != IncidentKind.BREAKAGE) {
      rows.add(List.of(box("policeReport" + end, label("policeReport"), rule.needsPoliceReport())));
    }
    rows.add(
        List.of(
            options("charge" + end, "charge", rule.charge().name(), names(ChargeKind.values()))));
    rows.add(List.of(box("blocks" + end, label("blocks"), rule.blocksNewLoan())));
    rows.add(List.of(box("refund" + end, label("refund"), rule.refundIfFound())));
    return new Group(kind.name(), rows);
  }

  private Group pieces() {
    return new Group(
        "pieces",
        List.of(List.of(box("piecesCharged", label("piecesCharged"), draft.piecesCharged()))));
  }

  private Group after() {
    return new Group(
        "after",
        List.of(
            List.of(
                choice(
                    "givenAtEnd",
                    draft.endOfSchooling().given() ? "GIVEN" : "RETURNED",
                    "RETURNED",
                    "GIVEN")),
            List.of(hinted("givenTo", draft.endOfSchooling().cohort().text())),
            List.of(hinted("givenFrom", monthDay(draft.endOfSchooling().from()))),
            List.of(number("presumedLostDays", said(draft.presumedLostDays()))),
            List.of(number("personalDataMonths", said(draft.personalDataMonths())).mandatory())));
  }

  private static String monthDay(Optional<MonthDay> day) {
    return day.map(d -> "%02d/%02d".formatted(d.getDayOfMonth(), d.getMonthValue())).orElse("");
  }

  private Field text(String name, String value) {
    return Field.text(name, label(name)).value(value).errors(errors);
  }

  private Field hinted(String name, String value) {
    return text(name, value).hint(view.text("policy.field." + name + ".hint"));
  }

  private Field number(String name, String value) {
    return Field.of("number", name, label(name))
        .hint(view.text("policy.field." + name + ".hint"))
        .value(value)
        .errors(errors);
  }

  private Field box(String name, String label, boolean ticked) {
    return Field.checkbox(name, label).value(String.valueOf(ticked)).errors(errors);
  }

  private Field choice(String name, String value, String... values) {
    return options(name, name, value, values);
  }

  private Field options(String name, String words, String value, String... values) {
    List<Field.Choice> choices =
        Arrays.stream(values).map(v -> new Field.Choice(v, word(words, v))).toList();
    return Field.radio(name, label(words), choices).value(value).mandatory().errors(errors);
  }

  private String word(String words, String value) {
    String own = "policy.value." + words + "." + value;
    return view.text(view.knows(own) ? own : "policy.value." + value);
  }

  private String label(String name) {
    return view.text("policy.field." + name);
  }

  private List<FieldError> renamed(String from, String to) {
    return errors.stream()
        .map(e -> e.field().equals(from) ? new FieldError(to, e.message()) : e)
        .toList();
  }

  private static String said(OptionalInt number) {
    return number.isPresent() && number.getAsInt() != PolicyDraft.UNREADABLE
        ? String.valueOf(number.getAsInt())
        : "";
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }
}
