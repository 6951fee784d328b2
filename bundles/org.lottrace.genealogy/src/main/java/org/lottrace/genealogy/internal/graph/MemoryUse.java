package org.lottrace.genealogy.internal.graph;

/**
 * How much memory a graph uses, in bytes.
 *
 * @param edges number of edges
 * @param edgeRows edges in both directions, with quantity, certainty and event
 * @param quantities the different quantities of everything
 * @param lots the keys of the lots
 * @param events id, documents, time and place of the events
 * @param crossings receipts, shipments, outputs and so on
 * @param stock what there is; estimated
 */
public record MemoryUse(
        long edges, long edgeRows, long quantities, long lots, long events, long crossings, long stock) {
    /** @return all of it */
    public long total() {
        return edgeRows + quantities + lots + events + crossings + stock;
    }
}
