package io.quittance.payment.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of a run was meant for the outbox, and what got there. Insert-only: neither is ever taken back. */
@Repository
public class Handovers {

    /** How a file is known to have got there. */
    public enum How {
        /** This attempt moved it. */
        MOVED,
        /** It lay there already: the attempt before died just after moving it. */
        FOUND,
        /** It is gone, and a person said that the bank has it. */
        CONFIRMED
    }

    /**
     * One file for a bank.
     *
     * @param position in the order in which they leave, from 1
     * @param folder inside the workspace, that of the run
     * @param done whether it is known to have got there
     */
    public record Parcel(String run, int position, String folder, String name, String sha256, boolean done) {

        /** Where it goes, inside the workspace: the only name that two files of a run never share. */
        public String path() {
            return folder + "/" + name;
        }
    }

    private final JdbcClient jdbc;

    public Handovers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files of a run that were meant for the outbox, in order; none before the hand-over begins. */
    public List<Parcel> of(String run) {
        return parcels("where h.run = ?", run);
    }

    /** Those of every run. */
    public List<Parcel> all() {
        return parcels("");
    }

    private List<Parcel> parcels(String where, Object... params) {
        return jdbc.sql("select h.run, h.position, h.folder, h.name, h.sha256, d.run is not null as done"
                        + " from quittance.handover h left join quittance.handed_over d using (run, position) " + where
                        + " order by h.run, h.position")
                .params(params)
                .query((row, n) -> new Parcel(
                        row.getString("run"),
                        row.getInt("position"),
                        row.getString("folder"),
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getBoolean("done")))
                .list();
    }

    /** The release that put the files of a run, or was to put them, into the outbox. */
    public String workSet(String run) {
        return jdbc.sql("select distinct work_set from quittance.handover where run = ?")
                .params(run)
                .query(String.class)
                .single();
    }

    /** Says what will be put into the outbox: from here on each file is moved there at most once. */
    public void intend(String workSet, List<Parcel> parcels) {
        for (Parcel parcel : parcels) {
            jdbc.sql("insert into quittance.handover (run, position, work_set, folder, name, sha256)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(parcel.run(), parcel.position(), workSet, parcel.folder(), parcel.name(), parcel.sha256())
                    .update();
        }
    }

    /** It is there, or was. */
    public void done(Parcel parcel, How how) {
        jdbc.sql("insert into quittance.handed_over (run, position, how) values (?, ?, ?)")
                .params(parcel.run(), parcel.position(), how.name())
                .update();
    }
}
