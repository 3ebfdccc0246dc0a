package fr.gestmat.web.journal;

import fr.gestmat.identity.boundary.JournalBook;
import fr.gestmat.mealaid.boundary.review.ApplicationNumbers;
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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The journal: a period, a person, a school, a topic, an application; thirty days unless asked
 * otherwise.
 */
@Path("administration/journal")
@RequestScoped
@OpenTo({"AUDITOR", "ADMIN"})
@Produces(Page.HTML)
public class JournalResource {

  private static final int DAYS = 30;

  @Inject private JournalBook book;
  @Inject private ApplicationNumbers numbers;
  @Inject private JournalSentences sentences;
  @Inject private View view;
  @Inject private Clock clock;

  /**
   * The page.
   *
   * @param filters the fields of the filter
   * @param lines what was done, the latest first
   * @param pager where the reading goes on
   */
  public record JournalPage(List<Field> filters, List<Told> lines, Pager pager) {}

  /**
   * A line, told.
   *
   * @param at when
   * @param actor who
   * @param what a sentence
   * @param school where; empty if nowhere
   * @param details what changed, one fact each
   */
  public record Told(Instant at, String actor, String what, String school, List<String> details) {}

  /** The lines that the address asks for. */
  @GET
  public Page read(
      @QueryParam("du") @DefaultValue("") String first,
      @QueryParam("au") @DefaultValue("") String last,
      @QueryParam("qui") @DefaultValue("") String actor,
      @QueryParam("etablissement") @DefaultValue("") String school,
      @QueryParam("sujet") @DefaultValue("") String topicName,
      @QueryParam("demande") @DefaultValue("") String application,
      @QueryParam("avant") @DefaultValue("") String before) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), view.visitor().zone());
    LocalDate to = day(last).orElse(today);
    LocalDate from = day(first).orElse(to.minusDays(DAYS));
    JournalTopic topic = topic(topicName);
    String uai = school.strip().toUpperCase(Locale.ROOT);
    String number = application.strip();
    Optional<JournalBook.One> one =
        numbers
            .find(number)
            .map(
                found ->
                    new JournalBook.One("AID_APPLICATION", found.key(), found.id().toString()));
    // A number that nobody has is a filter that nothing fits.
    List<JournalBook.Line> lines =
        !number.isEmpty() && one.isEmpty()
            ? List.of()
            : book.page(
                new JournalBook.Filter(
                    from.atStartOfDay(view.visitor().zone()).toInstant(),
                    to.plusDays(1).atStartOfDay(view.visitor().zone()).toInstant(),
                    actor.strip(),
                    uai.isEmpty() ? Optional.empty() : Optional.of(uai),
                    topic.subjects(),
                    one),
                after(before));
    UriBuilder address =
        UriBuilder.fromPath("/administration/journal")
            .queryParam("du", from)
            .queryParam("au", to)
            .queryParam("qui", "{qui}")
            .queryParam("etablissement", "{etablissement}")
            .queryParam("demande", "{demande}")
            .queryParam("sujet", topic);
    return Page.of(
        "journal/journal.jte",
        new JournalPage(
            List.of(
                Field.of("date", "du", view.text("journal.from")).value(from.toString()),
                Field.of("date", "au", view.text("journal.to")).value(to.toString()),
                Field.of("search", "qui", view.text("journal.who")).value(actor.strip()),
                Field.of("search", "etablissement", view.text("journal.school")).value(uai),
                Field.select("sujet", view.text("journal.topic"), topics()).value(topic.name()),
                Field.of("search", "demande", view.text("journal.application")).value(number)),
            lines.stream().map(sentences::tell).toList(),
            new Pager(
                before.isEmpty()
                    ? Optional.empty()
                    : Optional.of(address.build(actor.strip(), uai, number).toString()),
                lines.size() < JournalBook.PAGE
                    ? Optional.empty()
                    : Optional.of(
                        address
                            .queryParam("avant", key(lines.get(lines.size() - 1)))
                            .build(actor.strip(), uai, number)
                            .toString()))));
  }

  private List<Field.Choice> topics() {
    return Arrays.stream(JournalTopic.values())
        .map(t -> new Field.Choice(t.name(), view.text("journal.topic." + t)))
        .toList();
  }

  private static JournalTopic topic(String name) {
    return Arrays.stream(JournalTopic.values())
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElse(JournalTopic.ALL);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String key(JournalBook.Line line) {
    return line.at() + "_" + line.id();
  }

  private static Optional<JournalBook.After> after(String key) {
    int cut = key.indexOf('_');
    try {
      return cut < 0
          ? Optional.empty()
          : Optional.of(
              new JournalBook.After(
                  Instant.parse(key.substring(0, cut)), Long.parseLong(key.substring(cut + 1))));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
