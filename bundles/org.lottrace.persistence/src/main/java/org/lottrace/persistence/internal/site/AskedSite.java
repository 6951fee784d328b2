package org.lottrace.persistence.internal.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.lottrace.api.code.Coded;
import org.lottrace.api.lot.LocationType;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.master.NewestStep;
import org.lottrace.persistence.internal.right.NewestRight;

/** A site that is read along with something that names it, and as with any site what was closed and allowed last. */
public final class AskedSite {
    private static final String SITE = "select s.site_code, s.company, s.site_name, s.gln, s.zone_id,"
            + " s.production_day_start, s.lot_number_template, (select max(m.step_number) from master_step m),"
            + " (select max(g.right_version) from lot_right g), l.location_code, l.location_type from site s"
            + " left join site_location l on l.site = s.site_code where s.site_code = (%s) order by l.part";

    private SiteEntity site;
    private Long step;
    private Long right;

    /**
     * @param which a query for its code
     * @param parameters of that query
     */
    public void ask(Questions questions, String which, Object... parameters) {
        questions.ask(SITE.formatted(which), this::read, parameters);
    }

    /** Tells what was read, unless it is known already. */
    public void learn(CurrentSession current) {
        if (site != null) {
            NewestStep.learn(current, step);
            NewestRight.learn(current, right);
            JpaSiteStore.learn(current, site);
        }
    }

    private void read(ResultSet row) throws SQLException {
        if (site == null) {
            site = site(row);
            step = row.getObject(8, Long.class);
            right = row.getObject(9, Long.class);
        }
        if (row.getString(10) != null) {
            site.locations.add(new LocationPart(row.getString(10), Coded.of(LocationType.class, row.getString(11))));
        }
    }

    private static SiteEntity site(ResultSet row) throws SQLException {
        SiteEntity site = new SiteEntity();
        site.code = row.getString(1);
        site.company = row.getString(2);
        site.name = row.getString(3);
        site.gln = row.getString(4);
        site.zone = row.getString(5);
        site.productionDayStart = row.getString(6);
        site.lotNumberTemplate = row.getString(7);
        site.locations = new ArrayList<>();
        return site;
    }
}
