package org.lottrace.console.web.internal.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lottrace.console.web.internal.desk.Csv;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** A list of planning, as a page with a next one and as a file. */
public final class Listing<T> {
    private static final int AT_A_TIME = 50;
    private static final Set<String> OF_A_SITE = Set.of("advice", "expiring", "forecast", "production", "risk");

    /** So many rows at a time are asked for a file. */
    private static final int IN_A_FILE = 2_000;

    private final String name;
    private final List<Column<T>> columns;
    private final Rows<T> rows;

    /** Gives rows; so many are skipped. */
    @FunctionalInterface
    interface Rows<T> {
        List<T> rows(int skip, int limit);
    }

    /** @param name last part of its address, and of its texts */
    Listing(String name, List<Column<T>> columns, Rows<T> rows) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    /** @param text its head */
    public record Head(String text, boolean number) {}

    /** @param link address to which it leads; empty when it leads nowhere */
    public record Cell(String head, String text, boolean number, String link) {}

    /**
     * @param back address of the figures with the same filter
     * @param file address of all rows
     * @param next address of the next page; empty on the last one
     */
    public record View(String name, String back, String file, List<Head> heads, List<List<Cell>> rows, String next) {
        /** @return whether it is of one site, and asks which */
        public boolean asksSite() {
            return OF_A_SITE.contains(name);
        }

        /** @return whether it asks how many days ahead, or else for the terms of reorder points */
        public boolean asksDays() {
            return !name.equals("forecast");
        }

        /** @return its address without a filter */
        public String self() {
            return Address.to("planning/" + name);
        }
    }

    Answer page(Visit visit) {
        int skip = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        List<T> found = rows.rows(skip, AT_A_TIME + 1);
        List<String> filter = visit.parameters().except("after");
        List<Object> further = new ArrayList<>(filter);
        further.addAll(List.of("after", skip + AT_A_TIME));
        return Answer.html(
                "planning/list.jte",
                new View(
                        name,
                        Address.to("planning", filter.toArray()),
                        Address.to("planning/" + name + ".csv", filter.toArray()),
                        columns.stream()
                                .filter(Column::isOnPage)
                                .map(column -> new Head(visit.texts().lookup(column.text()), column.number()))
                                .toList(),
                        found.stream()
                                .limit(AT_A_TIME)
                                .map(row -> cells(visit, row))
                                .toList(),
                        found.size() > AT_A_TIME ? Address.to("planning/" + name, further.toArray()) : ""));
    }

    private List<Cell> cells(Visit visit, T row) {
        return columns.stream()
                .filter(Column::isOnPage)
                .map(column -> new Cell(
                        visit.texts().lookup(column.text()),
                        column.shown().apply(row),
                        column.number(),
                        column.link().apply(row).orElse("")))
                .toList();
    }

    Answer file() {
        List<T> first = rows.rows(0, IN_A_FILE);
        return new Answer.Download("planning-" + name + ".csv", "text/csv;charset=utf-8", out -> {
            Csv csv = new Csv(out);
            csv.row(columns.stream().map(Column::name).toArray());
            List<T> page = first;
            for (int skip = 0; !page.isEmpty(); ) {
                for (T row : page) {
                    csv.row(columns.stream()
                            .map(column -> column.raw().apply(row))
                            .toArray());
                }
                skip += page.size();
                page = page.size() < IN_A_FILE ? List.of() : rows.rows(skip, IN_A_FILE);
            }
            csv.end();
        });
    }
}
