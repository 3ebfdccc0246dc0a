package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.SampleCase.Officer;
import java.time.Instant;
import java.util.List;

/**
 * What all applications of a campaign are worked on with.
 *
 * @param officers who reviews
 * @param until when it is looked at: the present, or for last year long after its end
 */
record SampleWork(Sample sample, List<Officer> officers, Instant until) {

  Chance chance() {
    return sample.chance();
  }

  SampleHours hours() {
    return new SampleHours(chance(), until);
  }

  SampleHouseholds households() {
    return new SampleHouseholds(chance());
  }

  /** The one who sits next to an officer. */
  Officer colleague(Officer officer) {
    return officers.get((officers.indexOf(officer) + 1) % officers.size());
  }
}
