package fr.gestmat.directory.control.intake;

/**
 * When a pupil of one of our schools leaves, as a condition on {@code p} (the pupil), {@code sp}
 * (the record of the pupil in the set, if any) and {@code sd} (the line of the school that the
 * record names): absent from a set that the operator says is whole; or the record carries an exit
 * date; or the record names a school that is not one of ours.
 */
public final class Leaving {

  /** One parameter: whether the set is whole. */
  static final String CONDITION =
      "(sp.external_id is null and ?) or coalesce(sp.outcome = 'LEFT', 0) or (sp.external_id is"
          + " not null and sp.uai is not null and coalesce(sd.standing, 'OTHER') = 'OTHER')";

  /** Two parameters: the import, twice. */
  static final String JOINS =
      "left join staged_pupil sp on sp.import_id = ? and sp.external_id = p.external_id left join"
          + " directory_import_school sd on sd.import_id = ? and sd.uai = sp.uai";

  /**
   * More than one pupil in twenty asks for a second confirmation (DOMAIN.md section 1): a condition
   * on a line of {@code directory_import_school}.
   */
  static final String MANY = "pupils_left * 20 > pupils_before";

  private Leaving() {}
}
