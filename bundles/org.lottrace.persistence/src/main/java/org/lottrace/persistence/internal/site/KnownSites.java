package org.lottrace.persistence.internal.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.cost.NewestBooks;
import org.lottrace.persistence.internal.master.NewestStep;
import org.lottrace.persistence.internal.right.NewestRight;

/** The sites that a unit of work has read: it goes on with a site as it was when it asked first. */
public final class KnownSites {
    /** What was closed, allowed and opened last is read along: who asks for a site asks next whether it is closed. */
    private static final String QUERY =
            "select s.site_code, s.company, s.site_name, s.gln, s.zone_id, s.production_day_start,"
                    + " s.lot_number_template, l.location_code, l.location_type, "
                    + NewestStep.QUERY + ", " + NewestRight.QUERY + ", " + NewestBooks.QUERY + "%s"
                    + " from site s left join site_location l on l.site = s.site_code where s.site_code = (%s) order by l.part";

    private static final Kind<SiteId, Optional<Site>> SITES = Kind.ofTheUnit();

    private KnownSites() {}

    static Optional<Site> find(CurrentSession current, SiteId id) {
        return current.memory().find(SITES, id).orElseGet(() -> {
            Answer answer = new Answer();
            current.ask(answer.asked(current, new Questions(), id));
            return answer.site();
        });
    }

    /**
     * What one statement asks beside the site.
     *
     * @param query for one number at most, with one parameter
     * @param answer is given what it answered, unless the site is not there
     */
    public record Beside(String query, Object parameter, Consumer<Optional<Long>> answer) {}

    /** Asks for the site and what is beside it, and remembers the answer. */
    public static void ask(CurrentSession current, Questions questions, SiteId id, Beside beside) {
        Answer answer = new Answer();
        questions
                .ask(
                        QUERY.formatted(", (" + beside.query() + ")", "?"),
                        row -> {
                            answer.read(row);
                            answer.beside = Optional.ofNullable(row.getObject(13, Long.class));
                        },
                        beside.parameter(),
                        id.value())
                .then(() -> {
                    answer.learn(current, id);
                    if (answer.site.isPresent()) {
                        beside.answer().accept(answer.beside);
                    }
                });
    }

    /**
     * Asks for the site that a query names, and remembers it when it is there.
     *
     * @param which a query for its code
     * @param parameters of that query
     */
    public static void askNamed(CurrentSession current, Questions questions, String which, Object... parameters) {
        Answer answer = new Answer();
        questions.ask(QUERY.formatted("", which), answer::read, parameters).then(() -> answer.site()
                .ifPresent(site -> answer.learn(current, site.id())));
    }

    static void forget(CurrentSession current, SiteId id) {
        current.memory().forget(SITES, id);
    }

    private static final class Answer {
        private Optional<SiteEntity> site = Optional.empty();
        private long step;
        private long right;
        private long books;
        private Optional<Long> beside = Optional.empty();

        Questions asked(CurrentSession current, Questions questions, SiteId id) {
            return questions
                    .ask(QUERY.formatted("", "?"), this::read, id.value())
                    .then(() -> learn(current, id));
        }

        void learn(CurrentSession current, SiteId id) {
            current.memory().get(SITES, id, none -> site());
            if (site.isPresent()) {
                NewestStep.learn(current, step);
                NewestRight.learn(current, right);
                NewestBooks.learn(current, books);
            }
        }

        Optional<Site> site() {
            return site.map(SiteEntity::toSite);
        }

        private void read(ResultSet row) throws SQLException {
            if (site.isEmpty()) {
                site = Optional.of(new SiteEntity(row));
                step = row.getLong(10);
                right = row.getLong(11);
                books = row.getLong(12);
            }
            if (row.getString(8) != null) {
                site.orElseThrow().addLocation(row.getString(8), row.getString(9));
            }
        }
    }
}
