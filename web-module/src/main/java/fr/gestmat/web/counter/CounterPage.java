package fr.gestmat.web.counter;

import fr.gestmat.lending.boundary.desk.ClassRoll;
import fr.gestmat.lending.boundary.desk.DeskClass;
import fr.gestmat.lending.boundary.desk.DeskPupil;
import fr.gestmat.web.view.Visitor.SchoolChoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The counter as it opens.
 *
 * @param school where the desk stands
 * @param mode {@code CHECK_OUT} or {@code CHECK_IN} if the address asks for it; empty for what the
 *     desk did last
 * @param classes whom it may call up
 * @param roll the class that is open already
 * @param pupil the pupil that it is opened on
 * @param grade the condition that a desk without script goes on with; empty for no change
 * @param place the storage place that it goes on with
 * @param texts the sentences of the script, as JSON that is safe inside a page
 * @param now the server's clock
 * @param kept whether a browser keeps it to open it without network: then it names no pupil or
 *     class
 */
public record CounterPage(
    SchoolChoice school,
    String mode,
    List<DeskClass> classes,
    Optional<ClassRoll> roll,
    Optional<DeskPupil> pupil,
    String grade,
    String place,
    String texts,
    Instant now,
    boolean kept) {}
