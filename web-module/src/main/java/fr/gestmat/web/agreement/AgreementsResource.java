package fr.gestmat.web.agreement;

import fr.gestmat.lending.boundary.agreement.Agreements;
import fr.gestmat.lending.control.agreement.AgreementList;
import fr.gestmat.lending.control.agreement.AgreementList.ClassCount;
import fr.gestmat.lending.control.agreement.AgreementList.Kind;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who signed and who did not: by class, then pupil by pupil. */
@Path("conventions")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class AgreementsResource {

  static final Set<String> MANAGERS = Set.of("LOAN_MANAGER", "REGION_MANAGER", "ADMIN");
  private static final Set<String> WRITERS = Set.of("REGION_MANAGER", "ADMIN");

  @Inject private Agreements agreements;
  @Inject private AgreementSchool schools;
  @Inject private View view;

  /**
   * What the page shows.
   *
   * @param school the school; absent until one is chosen
   * @param schoolFields the field to choose it, if there are several
   * @param filters the fields of the list
   * @param classes the classes in numbers
   * @param lines agreements of this page
   * @param kind which are shown
   * @param schoolClass the class that is looked at
   * @param pager where the list goes on
   * @param manages whether the visitor issues agreements
   * @param writes whether the visitor writes texts
   */
  public record ListPage(
      Optional<Choices.School> school,
      List<Field> schoolFields,
      List<Field> filters,
      List<ClassCount> classes,
      List<AgreementList.Line> lines,
      Kind kind,
      Optional<ClassCount> schoolClass,
      Pager pager,
      boolean manages,
      boolean writes) {

    /** Signed, awaited and missing of the whole school. */
    public int sum(java.util.function.ToIntFunction<ClassCount> what) {
      return classes.stream().mapToInt(what).sum();
    }

    /** Share of a class's pupils, in percent of its width. */
    public int width(int count, ClassCount of) {
      return of.pupils() == 0 ? 0 : Math.round(100f * count / of.pupils());
    }

    /** The query of a class's own list. */
    public String of(ClassCount one) {
      return "?etablissement="
          + school.map(Choices.School::uai).orElse("")
          + "&classe="
          + one.id().map(UUID::toString).orElse("");
    }
  }

  /** The classes in numbers, and who is awaited. */
  @GET
  public Page list(
      @QueryParam("etablissement") @DefaultValue("") String uai,
      @QueryParam("classe") @DefaultValue("") String classId,
      @QueryParam("montrer") @DefaultValue("AWAITED") String shown,
      @QueryParam("recherche") @DefaultValue("") String text,
      @QueryParam("avant") @DefaultValue("9223372036854775807") long before) {
    List<Choices.School> all = schools.all();
    Optional<Choices.School> school = schools.of(all, uai);
    Kind kind = kind(shown);
    boolean manages = view.visitor().hasAny(MANAGERS);
    boolean writes = view.visitor().hasAny(WRITERS);
    List<Field> fields = schools.field(all, school);
    if (school.isEmpty()) {
      return Page.of(
          "agreement/agreements.jte",
          new ListPage(
              school,
              fields,
              List.of(),
              List.of(),
              List.of(),
              kind,
              Optional.empty(),
              new Pager(Optional.empty(), Optional.empty()),
              manages,
              writes));
    }
    List<ClassCount> classes = agreements.classes(school.get());
    Optional<ClassCount> chosen =
        classes.stream()
            .filter(c -> c.id().map(UUID::toString).filter(classId::equals).isPresent())
            .findFirst();
    Agreements.Page page =
        agreements.list(
            school.get(),
            new AgreementList.Filter(kind, chosen.flatMap(ClassCount::id), text.strip()),
            before);
    return Page.of(
        "agreement/agreements.jte",
        new ListPage(
            school,
            fields,
            filters(school.get(), classes, chosen, kind, text),
            classes,
            page.lines(),
            kind,
            chosen,
            pager(school.get(), chosen, kind, text, before, page.next()),
            manages,
            writes));
  }

  private static Kind kind(String name) {
    return Arrays.stream(Kind.values())
        .filter(k -> k.name().equals(name))
        .findFirst()
        .orElse(Kind.AWAITED);
  }

  private List<Field> filters(
      Choices.School school,
      List<ClassCount> classes,
      Optional<ClassCount> chosen,
      Kind kind,
      String text) {
    List<Field.Choice> options = new ArrayList<>();
    options.add(new Field.Choice("", view.text("agreement.allClasses")));
    classes.forEach(
        c -> c.id().ifPresent(id -> options.add(new Field.Choice(id.toString(), c.name()))));
    return List.of(
        Field.select(
                "montrer",
                view.text("agreement.show"),
                Arrays.stream(Kind.values())
                    .map(k -> new Field.Choice(k.name(), view.text("agreement.show." + k)))
                    .toList())
            .value(kind.name()),
        Field.select("classe", view.text("agreement.class"), options)
            .value(chosen.flatMap(ClassCount::id).map(UUID::toString).orElse("")),
        Field.of("search", "recherche", view.text("agreement.search")).value(text));
  }

  private static Pager pager(
      Choices.School school,
      Optional<ClassCount> chosen,
      Kind kind,
      String text,
      long before,
      Optional<Long> next) {
    UriBuilder here =
        UriBuilder.fromPath("/conventions")
            .queryParam("etablissement", school.uai())
            .queryParam("montrer", kind);
    chosen.flatMap(ClassCount::id).ifPresent(id -> here.queryParam("classe", id));
    if (!text.isBlank()) {
      here.queryParam("recherche", text.strip());
    }
    return new Pager(
        before == Long.MAX_VALUE ? Optional.empty() : Optional.of(here.build().toString()),
        next.map(key -> here.clone().queryParam("avant", key).build().toString()));
  }
}
