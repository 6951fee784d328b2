package org.lottrace.api.movement;

import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** Delivery notes and packing lists with lot, expiry and SSCC, for customers with and without EDI. */
@ProviderType
public interface ShipmentPapers {
    /** No shipment of that number has left, or it was reversed. */
    String SHIPMENT_UNKNOWN = "SHIPMENT_UNKNOWN";

    /**
     * Changes nothing. Joins the caller's unit of work or opens one.
     *
     * @param language absent: the customer's
     * @return a PDF document, of the goods as they were recorded
     */
    @Operation(name = "shipment.paper", refusals = SHIPMENT_UNKNOWN)
    Outcome<byte[]> pdf(String shipment, ShipmentPaper paper, Optional<PaperLanguage> language);
}
