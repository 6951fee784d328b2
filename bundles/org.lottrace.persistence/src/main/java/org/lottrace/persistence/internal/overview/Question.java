package org.lottrace.persistence.internal.overview;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.persistence.internal.AnyOf;

/** A statement that only reads, with its parameters and the types of what it answers. */
public final class Question {
    /** The sites that are asked about, each with its date, as a table {@code t (site, today)}. */
    public static final String DAYS =
            "(select u.site, u.today from unnest(cast(:sites as varchar array), cast(:days as date array))"
                    + " u (site, today)) t";

    private final String sql;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, Class<?>> columns = new LinkedHashMap<>();

    public Question(String sql) {
        this.sql = sql;
    }

    public Question with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public Question with(Map<String, Object> more) {
        parameters.putAll(more);
        return this;
    }

    public Question texts(String parameter, Collection<String> values) {
        return with(parameter, AnyOf.texts(values));
    }

    public Question days(List<SiteDay> days) {
        return sites(days.stream().map(SiteDay::site).toList())
                .with("days", days.stream().map(SiteDay::date).toArray(LocalDate[]::new));
    }

    public Question sites(List<SiteId> sites) {
        return texts("sites", sites.stream().map(SiteId::value).toList());
    }

    /** @param names of columns of that type */
    public Question answers(Class<?> type, String... names) {
        List.of(names).forEach(name -> columns.put(name, type));
        return this;
    }

    public List<Tuple> ask(StatelessSession session) {
        NativeQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        columns.forEach(query::addScalar);
        return query.getResultList();
    }

    public static String text(Tuple row, String column) {
        return optional(row, column).orElse("");
    }

    public static Optional<String> optional(Tuple row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }

    public static long number(Tuple row, String column) {
        return Optional.ofNullable(row.get(column, Long.class)).orElse(0L);
    }

    public static Optional<LocalDate> date(Tuple row, String column) {
        return Optional.ofNullable(row.get(column, LocalDate.class));
    }

    public static Optional<Instant> moment(Tuple row, String column) {
        return Optional.ofNullable(row.get(column, Instant.class));
    }
}
