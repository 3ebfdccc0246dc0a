package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.CheckInPolicy;
import fr.gestmat.lending.control.CheckOutPolicy;
import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.ScanChoice;
import fr.gestmat.lending.control.ScanCommand;
import fr.gestmat.lending.control.ScanDecision;
import fr.gestmat.lending.control.ScanEffect;
import fr.gestmat.lending.control.ScanMatch;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.desk.DeskReader.DeviceMatch;
import fr.gestmat.lending.control.desk.DeskReader.PupilMatch;
import fr.gestmat.lending.control.desk.DeskReader.PupilRow;
import fr.gestmat.lending.control.desk.ScanAnswer.Offer;
import fr.gestmat.lending.control.kit.Kit;
import fr.gestmat.lending.control.kit.KitItem;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.Loan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One scan from its code to its stored answer; needs a transaction. */
@ApplicationScoped
public class Scanning {

  @PersistenceContext private EntityManager entities;
  @Inject private DeskReader reader;
  @Inject private Gatherer gatherer;
  @Inject private Effects effects;
  @Inject private PieceScans pieces;
  @Inject private ScanStore store;

  /** What an agent chose, as the station sent it back. */
  private record Chosen(Optional<ScanChoice> choice, Optional<UUID> device, boolean known) {

    static Chosen of(@Nullable String code) {
      if (code == null) {
        return new Chosen(Optional.empty(), Optional.empty(), true);
      }
      int colon = code.indexOf(':');
      String name = colon < 0 ? code : code.substring(0, colon);
      Optional<ScanChoice> choice =
          Arrays.stream(ScanChoice.values()).filter(c -> c.name().equals(name)).findFirst();
      Optional<UUID> device =
          colon < 0 ? Optional.empty() : Optional.of(UUID.fromString(code.substring(colon + 1)));
      return new Chosen(
          choice.filter(c -> c != ScanChoice.THIS_DEVICE), device, choice.isPresent());
    }
  }

  /** What there is to keep of a decided scan. */
  record Done(
      ScanAnswer answer,
      @Nullable Long deviceId,
      @Nullable Long loanId,
      @Nullable Long pupilId,
      Touched touched) {

    static Done nothing(ScanAnswer answer) {
      return new Done(answer, null, null, null, new Touched());
    }
  }

  /**
   * The device that a scan is about.
   *
   * @param device its row
   * @param match which code it was
   */
  public record About(Device device, ScanMatch match) {}

  /** The device that a scan is about, locked; empty if its code and choice name no single one. */
  public Optional<About> lock(Station station, ScanRequest request) {
    ScannedCode code = ScannedCode.read(request.code(), station.facts().tags());
    Chosen chosen = Chosen.of(request.choice());
    if (code.refusal().isPresent() || code.command().isPresent() || !chosen.known()) {
      return Optional.empty();
    }
    List<DeviceMatch> matches = matches(station, code, chosen);
    Optional<DeviceMatch> one =
        matches.isEmpty()
            ? AgreementCode.read(code.normal())
                .flatMap(agreement -> read(station, agreement).line(chosen.device()))
            : matches.stream().filter(match -> matches.size() == 1).findFirst();
    return one.map(
        match ->
            new About(
                entities.find(Device.class, match.id(), LockModeType.PESSIMISTIC_WRITE),
                match.match()));
  }

  /**
   * Keeps a scan as refused and changes nothing: its device did since (L088).
   *
   * @param madeAt when the scan was made
   * @param why what happened since
   */
  public ScanAnswer leaveOut(
      Station station, ScanRequest request, Instant madeAt, About about, Finding why) {
    ScanAnswer answer =
        new ScanAnswer(
            Outcome.REFUSED,
            List.of(why),
            Optional.of(about.match()),
            Optional.of(Views.of(station.facts(), about.device())),
            Optional.empty(),
            Optional.empty(),
            List.of());
    Done done = new Done(answer, about.device().id(), null, null, new Touched());
    return keep(station, request, done, Optional.of(madeAt));
  }

  /** Decides, does and keeps a scan that was not answered before. */
  public ScanAnswer answer(Station station, ScanRequest request) {
    return answer(station, request, Optional.empty());
  }

  /**
   * The same.
   *
   * @param madeAt when the scan was made, if it came late
   */
  public ScanAnswer answer(Station station, ScanRequest request, Optional<Instant> madeAt) {
    return keep(station, request, decide(station, request), madeAt);
  }

  private ScanAnswer keep(
      Station station, ScanRequest request, Done done, Optional<Instant> madeAt) {
    if (!request.dryRun()) {
      store.insert(
          station,
          request,
          done.answer(),
          done.deviceId(),
          done.loanId(),
          done.pupilId(),
          done.touched().isNothing() ? Optional.empty() : Optional.of(done.touched().undoState()),
          madeAt);
    }
    return done.answer();
  }

  /** The answer that the scan got before, if it got one. */
  public Optional<ScanReply> earlier(Station station, ScanRequest request) {
    return store
        .find(station.caller().authorityId(), request.scanId())
        .map(
            stored ->
                Arrays.equals(
                        stored.fingerprint(), request.fingerprint(station.caller().accountId()))
                    ? new ScanReply.Answered(stored.answer())
                    : new ScanReply.SameIdOtherBody());
  }

  private Done decide(Station station, ScanRequest request) {
    ScannedCode code = ScannedCode.read(request.code(), station.facts().tags());
    if (code.refusal().isPresent()) {
      return Done.nothing(ScanAnswer.of(Outcome.REFUSED, refusal(code, request)));
    }
    if (code.command().isPresent()) {
      return Done.nothing(command(code.command().get()));
    }
    Chosen chosen = Chosen.of(request.choice());
    if (!chosen.known()) {
      return Done.nothing(
          ScanAnswer.of(Outcome.REFUSED, Finding.of(ScanReason.CHOICE_NOT_OFFERED)));
    }
    List<DeviceMatch> matches = matches(station, code, chosen);
    if (matches.size() > 1) {
      return Done.nothing(ambiguous(station, code, matches));
    }
    Optional<AgreementCode> agreement =
        matches.isEmpty() ? AgreementCode.read(code.normal()) : Optional.empty();
    if (agreement.isPresent()) {
      return agreement(station, request, code, agreement.get(), chosen);
    }
    if (matches.isEmpty()) {
      Optional<ScanAnswer> other = notADevice(station, code);
      if (other.isPresent()) {
        return Done.nothing(other.get());
      }
    }
    Optional<DeviceMatch> match = matches.stream().findFirst();
    return match.filter(m -> m.match() == ScanMatch.PIECE).isPresent()
        ? pieces.scan(station, request, code.normal(), match.get(), chosen.choice())
        : device(station, request, code, match, chosen);
  }

  private List<DeviceMatch> matches(Station station, ScannedCode code, Chosen chosen) {
    return reader.devices(station.caller().authorityId(), code.normal()).stream()
        .filter(m -> chosen.device().isEmpty() || chosen.device().get().equals(m.publicId()))
        .toList();
  }

  private Done device(
      Station station,
      ScanRequest request,
      ScannedCode code,
      Optional<DeviceMatch> match,
      Chosen chosen) {
    Gathered rows = gatherer.gather(station, request, code.quoted(), match, chosen.choice());
    ScanDecision decision =
        request.mode() == ScanMode.CHECK_IN
            ? CheckInPolicy.decide(rows.situation())
            : CheckOutPolicy.decide(rows.situation());
    Touched touched = new Touched();
    Optional<Loan> loan = effects.apply(station, request, rows, decision.effect(), touched);
    Optional<PupilView> pupil = pupil(station, rows, loan);
    ScanAnswer answer =
        new ScanAnswer(
            decision.outcome(),
            decision.findings(),
            rows.match(),
            rows.device().map(d -> Views.of(station.facts(), d)),
            loan.map(
                l ->
                    Views.of(
                        station.facts(), l, rows.device().orElseThrow(), pupil.map(PupilView::id))),
            pupil,
            decision.choices().stream()
                .map(choice -> offer(choice, chosen.device(), rows))
                .toList(),
            toCheck(station, match, decision));
    return new Done(
        answer,
        rows.device().map(d -> d.id()).orElse(null),
        loan.map(Loan::id).orElse(null),
        loan.map(Loan::pupilId).orElse(null),
        touched);
  }

  /** The kit of a device that changes hands. */
  private static List<KitItem> toCheck(
      Station station, Optional<DeviceMatch> match, ScanDecision decision) {
    boolean changesHands =
        decision.effect() instanceof ScanEffect.Lend
            || decision.effect() instanceof ScanEffect.Return
            || decision.effect() instanceof ScanEffect.Swap;
    return match
        .filter(m -> changesHands)
        .map(
            m ->
                Kit.of(station.facts().model(m.modelId()).accessories(), m.pieces(), m.gaps())
                    .items())
        .orElse(List.of());
  }

  /** Whose loan the answer is about: its pupil, if the agent may know; else the pupil opened. */
  private static Optional<PupilView> pupil(Station station, Gathered rows, Optional<Loan> loan) {
    Optional<PupilView> opened = rows.pupil().map(row -> Views.of(station.facts(), row));
    if (loan.isEmpty()) {
      return opened;
    }
    long holder = loan.get().pupilId();
    if (rows.pupil().filter(row -> row.id() == holder).isPresent()) {
      return opened;
    }
    return rows.holding()
        .filter(h -> h.loan().pupilId() == holder && rows.situation().isHolderVisible())
        .map(h -> Views.of(station.facts(), h));
  }

  private static Offer offer(ScanChoice choice, Optional<UUID> device, Gathered rows) {
    String about =
        switch (choice) {
          case RETURN_FOR_HOLDER, RETURN_THEN_LEND ->
              rows.holding().map(h -> h.pupil().name()).orElse("");
          case SWAP_HOLDERS -> rows.situation().pupil().flatMap(p -> p.swappableTag()).orElse("");
          case SEND_HOME -> rows.situation().device().map(d -> d.home().name()).orElse("");
          default -> "";
        };
    return new Offer(choice, device, about);
  }

  /** The barcode of an agreement (L071). */
  private Done agreement(
      Station station,
      ScanRequest request,
      ScannedCode code,
      AgreementCode agreement,
      Chosen chosen) {
    AgreementScan scan = read(station, agreement);
    Optional<DeviceMatch> wanted = scan.line(chosen.device());
    if (wanted.isPresent()) {
      return device(station, request, code, wanted, chosen);
    }
    Optional<PupilRow> pupil =
        scan.pupil()
            .flatMap(id -> reader.pupil(station.caller().authorityId(), id))
            .filter(p -> station.scope().covers(p.schoolId()));
    return Done.nothing(scan.answer(station, request.mode(), code, pupil));
  }

  private AgreementScan read(Station station, AgreementCode agreement) {
    return new AgreementScan(
        reader.agreement(
            station.caller().authorityId(), agreement.value(), station.desk().today()));
  }

  private Optional<ScanAnswer> notADevice(Station station, ScannedCode code) {
    List<PupilMatch> pupils = reader.pupils(station.caller().authorityId(), code.normal());
    if (!pupils.isEmpty()) {
      Optional<ScanAnswer> opened =
          reader
              .pupil(station.caller().authorityId(), pupils.get(0).publicId())
              .filter(pupil -> station.scope().covers(pupil.schoolId()))
              .map(
                  pupil ->
                      ScanAnswer.of(
                              Outcome.OK,
                              Finding.of(
                                  ScanReason.PUPIL_OPENED,
                                  pupil.name(),
                                  pupil.schoolClass().orElse("")))
                          .matching(pupils.get(0).match())
                          .about(Views.of(station.facts(), pupil)));
      if (opened.isPresent()) {
        return opened;
      }
    }
    Optional<String> apart = reader.apart(station.caller().authorityId(), code.normal());
    if (apart.isPresent()) {
      return Optional.of(
          ScanAnswer.of(Outcome.WARNING, Finding.of(ScanReason.PIECE_APART, apart.get()))
              .matching(ScanMatch.PIECE));
    }
    return station.facts().tags().isTag(code.normal())
        ? Optional.of(
            ScanAnswer.of(Outcome.REFUSED, Finding.of(ScanReason.LABEL_UNASSIGNED, code.quoted()))
                .matching(ScanMatch.UNASSIGNED_LABEL))
        : Optional.empty();
  }

  private static ScanAnswer ambiguous(
      Station station, ScannedCode code, List<DeviceMatch> matches) {
    return ScanAnswer.of(Outcome.WARNING, Finding.of(ScanReason.CODE_AMBIGUOUS, code.quoted()))
        .offering(matches.stream().map(match -> thisDevice(station, match)).toList());
  }

  static Offer thisDevice(Station station, DeviceMatch match) {
    return new Offer(
        ScanChoice.THIS_DEVICE,
        Optional.of(match.publicId()),
        match.assetTag() + " · " + station.facts().model(match.modelId()).name());
  }

  private static Finding refusal(ScannedCode code, ScanRequest request) {
    ScanReason reason = code.refusal().orElseThrow();
    return switch (reason) {
      case CODE_TOO_LONG -> Finding.of(reason, request.code().length());
      case CODE_FOREIGN, CODE_MISREAD -> Finding.of(reason, code.quoted());
      default -> Finding.of(reason);
    };
  }

  private static ScanAnswer command(ScanCommand command) {
    Finding said =
        command
            .grade()
            .map(ConditionGrade::name)
            .map(grade -> Finding.of(command.reason(), grade))
            .orElseGet(() -> Finding.of(command.reason()));
    return ScanAnswer.of(Outcome.OK, said).matching(ScanMatch.COMMAND_CARD);
  }
}
