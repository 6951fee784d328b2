package org.lottrace.api.genealogy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.lot.LotKey;

/**
 * What a trace is asked. {@code TraceRequest.of(FORWARD, lots)} asks for everything; the other methods narrow it.
 *
 * @param seeds where it begins, each lot once; the order does not matter, they are kept by lot
 * @param direction which way
 * @param asOf which events count
 * @param stops where it does not go on
 * @param filter what is shown of what it finds
 * @param edges whether the answer lists the edges; a scope of many thousand lots is found faster without
 * @param suspectQuantities whether the answer says how much suspect goods each lot contains; only for what is reached
 *     forward
 */
public record TraceRequest(
        List<Seed> seeds,
        Direction direction,
        AsOf asOf,
        TraceStops stops,
        TraceFilter filter,
        boolean edges,
        boolean suspectQuantities) {
    /** @throws IllegalArgumentException if there is no seed, or a lot is named twice */
    public TraceRequest {
        seeds = seeds.stream().sorted(Comparator.comparing(Seed::lot)).toList();
        Objects.requireNonNull(direction);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(stops);
        Objects.requireNonNull(filter);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("a trace begins with at least one lot");
        }
        if (seeds.stream().map(Seed::lot).distinct().count() < seeds.size()) {
            throw new IllegalArgumentException("a lot is a seed once: add up its suspect quantities");
        }
    }

    /** @return all of these lots, however often they are named, with everything there is */
    public static TraceRequest of(Direction direction, Collection<LotKey> lots) {
        return ofSeeds(direction, lots.stream().distinct().map(Seed::of).toList());
    }

    /** @return all of these lots, with everything there is */
    public static TraceRequest of(Direction direction, LotKey... lots) {
        return of(direction, Arrays.asList(lots));
    }

    /** @return these seeds, with everything there is */
    public static TraceRequest ofSeeds(Direction direction, Collection<Seed> seeds) {
        return new TraceRequest(
                List.copyOf(seeds), direction, AsOf.LATEST, TraceStops.NONE, TraceFilter.ALL, true, false);
    }

    /** @return the same, as of another time */
    public TraceRequest asOf(AsOf newAsOf) {
        return new TraceRequest(seeds, direction, newAsOf, stops, filter, edges, suspectQuantities);
    }

    /** @return the same, with other stops */
    public TraceRequest stopping(TraceStops newStops) {
        return new TraceRequest(seeds, direction, asOf, newStops, filter, edges, suspectQuantities);
    }

    /** @return the same, with another filter */
    public TraceRequest showing(TraceFilter newFilter) {
        return new TraceRequest(seeds, direction, asOf, stops, newFilter, edges, suspectQuantities);
    }

    /** @return the same, without the edges */
    public TraceRequest withoutEdges() {
        return new TraceRequest(seeds, direction, asOf, stops, filter, false, suspectQuantities);
    }

    /** @return the same, with suspect quantities */
    public TraceRequest withSuspectQuantities() {
        return new TraceRequest(seeds, direction, asOf, stops, filter, edges, true);
    }
}
