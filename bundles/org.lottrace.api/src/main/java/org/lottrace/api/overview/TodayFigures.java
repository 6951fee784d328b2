package org.lottrace.api.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;

/**
 * The figures of today.
 *
 * @param at when they were counted
 * @param ledgerPosition of the newest event before they were counted; what was recorded while they were may be in them, too
 * @param sites which date it is at each own site, by code; whatever expires or is due is judged by it
 * @param stock what lies in storage locations, one for each state, in the order of the states
 * @param expiring sellable stock by the week in which it expires: this week and the next seven, also those with none
 * @param road what is between own sites
 * @param salesOrders what customers wait for
 * @param receipts what suppliers have announced
 * @param interchanges what went wrong with trading partners
 * @param setAside how many events followers of the ledger have set aside and try again
 * @param recalls the cases that are not closed, by number
 */
public record TodayFigures(
        Instant at,
        long ledgerPosition,
        List<SiteDay> sites,
        List<Stock> stock,
        List<Week> expiring,
        Road road,
        SalesOrders salesOrders,
        Receipts receipts,
        Interchanges interchanges,
        long setAside,
        List<OpenRecall> recalls) {
    public TodayFigures {
        Objects.requireNonNull(at);
        sites = List.copyOf(sites);
        stock = List.copyOf(stock);
        expiring = List.copyOf(expiring);
        Objects.requireNonNull(road);
        Objects.requireNonNull(salesOrders);
        Objects.requireNonNull(receipts);
        Objects.requireNonNull(interchanges);
        recalls = List.copyOf(recalls);
    }

    /**
     * Which date it is at a site.
     *
     * @param site an own site
     * @param date the calendar date there
     */
    public record SiteDay(SiteId site, LocalDate date) {
        public SiteDay {
            Objects.requireNonNull(site);
            Objects.requireNonNull(date);
        }
    }

    /**
     * What there is in one state. A lot that two sites have counts once; in two states when only one of the sites has the date
     * on which it is expired.
     *
     * @param state what can be done with it
     * @param lots how many lots
     * @param units how many logistic units with at least one such lot in them
     */
    public record Stock(StockState state, long lots, long units) {
        public Stock {
            Objects.requireNonNull(state);
        }
    }

    /**
     * What expires in a week.
     *
     * @param monday its first day
     * @param lots how many lots of sellable stock expire from that day to the Sunday after it
     */
    public record Week(LocalDate monday, long lots) {
        public Week {
            Objects.requireNonNull(monday);
        }

        /** @return its last day */
        public LocalDate sunday() {
            return monday.plusDays(6);
        }
    }

    /**
     * What left one own site and has not arrived at another.
     *
     * @param dispatches how many dispatches have something on the road; of a lot that was sent there twice, loose or in the same
     *     unit, the newer counts
     * @param lots how many lots
     * @param units how many logistic units
     * @param oldest when the oldest of them left; absent when nothing is on the road
     */
    public record Road(long dispatches, long lots, long units, Optional<Instant> oldest) {
        public Road {
            Objects.requireNonNull(oldest);
        }
    }

    /**
     * Orders of which a line is not shipped in full; what came back does not open an order again.
     *
     * @param late how many were to arrive before the date of the site that ships
     * @param dueToday how many are to arrive on it
     * @param since orders that were to arrive before that day are not looked at, so that years of them cannot make this slow
     */
    public record SalesOrders(long late, long dueToday, LocalDate since) {
        public SalesOrders {
            Objects.requireNonNull(since);
        }
    }

    /**
     * Ship notices of which something is still to come. A notice tells the day of shipment, not that of arrival.
     *
     * @param late how many were shipped more than {@code daysOnTheRoad} days before the date of the receiving site
     * @param due how many others were shipped by then
     * @param daysOnTheRoad how long goods may take, in calendar days
     */
    public record Receipts(long late, long due, int daysOnTheRoad) {}

    /**
     * The log of interchanges.
     *
     * @param problems how many were refused since then, by us or by a partner, or taken with errors
     * @param withheld how many are not sent because what they are about is recalled
     * @param since problems that are older are not counted: nobody says of one that it is settled
     */
    public record Interchanges(long problems, long withheld, Instant since) {
        public Interchanges {
            Objects.requireNonNull(since);
        }
    }

    /**
     * A recall that is not closed.
     *
     * @param id the case
     * @param mode whether it is a real one
     * @param nextReport when the next status report is to be given; absent for an exercise
     */
    public record OpenRecall(RecallCaseId id, RecallMode mode, Optional<Instant> nextReport) {
        public OpenRecall {
            Objects.requireNonNull(id);
            Objects.requireNonNull(mode);
            Objects.requireNonNull(nextReport);
        }
    }
}
