package org.lottrace.api.thirdparty;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Warehouses that others run for us, and the documents between us and them. A transfer shipment and a receipt move stock there, a shipping
 * advice ships from there; an inventory is a count that books nothing. Each call joins the caller's unit of work or opens one.
 */
@ProviderType
public interface ThirdPartyWarehouses {
    /** The longest page. */
    int MOST_ROWS = 2_000;

    /** Refusal of a site that is no third-party warehouse. */
    String WAREHOUSE_UNKNOWN = "WAREHOUSE_UNKNOWN";

    /** Refusal of a partner that is not known. */
    String PARTNER_UNKNOWN = "PARTNER_UNKNOWN";

    /** Refusal of a percentage or a number of hours that cannot be. */
    String VALUE_OUT_OF_RANGE = "VALUE_OUT_OF_RANGE";

    /** Refusal of a number that the warehouse has for another document of that kind. */
    String DOCUMENT_NUMBER_REUSED = "DOCUMENT_NUMBER_REUSED";

    /** Refusal of a number that is empty or too long. */
    String DOCUMENT_NUMBER_WRONG = "DOCUMENT_NUMBER_WRONG";

    /** Refusal of a document that does not say what it is about. */
    String ABOUT_MISSING = "ABOUT_MISSING";

    /** Refusal of a customer in a document that is no shipping advice. */
    String CUSTOMER_NOT_WANTED = "CUSTOMER_NOT_WANTED";

    /** Refusal of a transfer that does not say from where. */
    String FROM_MISSING = "FROM_MISSING";

    /** Refusal of a line that names no lot where goods move. */
    String LOT_MISSING = "LOT_MISSING";

    /** Refusal of the same lot twice in an inventory. */
    String LINE_REPEATED = "LINE_REPEATED";

    /** Refusal of a document with more lines than are kept in one. */
    String TOO_MANY_LINES = "TOO_MANY_LINES";

    /** A shipping advice or order names a sales order that is not known: the order is refused, the advice is kept and books nothing yet. */
    String ORDER_UNKNOWN = "ORDER_UNKNOWN";

    /** Refusal to post what is posted, or books nothing. */
    String NOTHING_TO_POST = "NOTHING_TO_POST";

    /** Refusal to take an order back that was shipped, or a part of it. */
    String ORDER_SHIPPED = "ORDER_SHIPPED";

    /** Refusal of a document that is not known. */
    String DOCUMENT_UNKNOWN = "DOCUMENT_UNKNOWN";

    /**
     * Makes a site a third-party warehouse, or changes what was agreed.
     *
     * @return every problem; empty when it is saved
     */
    @Operation(
            name = "third-party.save-warehouse",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {"SITE_UNKNOWN", "LOCATION_UNKNOWN", PARTNER_UNKNOWN, VALUE_OUT_OF_RANGE})
    List<Violation> save(ThirdPartyWarehouse warehouse);

    /** @return all third-party warehouses, by site */
    @Operation(name = "third-party.list-warehouses")
    List<ThirdPartyWarehouse> warehouses();

    /**
     * Records a document, books what it says, and sends it when it is one of ours. Idempotent by warehouse, kind and number: the same again
     * changes nothing, another one under the same number is refused.
     *
     * <p>A report is recorded as long as it names goods, place, time and quantity. What differs from what it answers by more than the
     * tolerance is an exception case: {@code TRANSFER_NOT_ANSWERED}, {@code TRANSFER_UNKNOWN}, {@code TRANSFER_TAKEN_BACK}, {@code TRANSFER_SHORT}, {@code TRANSFER_OVER}, {@code TRANSFER_DAMAGED},
     * {@code TRANSFER_LOT_NOT_SENT}; {@code SHIPPING_ORDER_UNKNOWN}, {@code SHIPPING_SHORT}, {@code SHIPPING_OVER}, {@code
     * SHIPPING_LOT_NOT_ORDERED}, {@code SHIPPING_NOT_ANSWERED}, {@code SHIPPING_NOT_BOOKED}; {@code
     * INVENTORY_DIFFERS}; {@code STOCK_DOCUMENT_NOT_SENT}. A shipping advice whose order is not known, or that names none, is booked when it
     * names the customer, with the case {@code ORDER_UNKNOWN}; else it is kept until the order is known. A lot that nobody has told of is registered with the company of the site as
     * its issuer; a number that several lots have is a lot of its own that may be each of them, with the case {@code LOT_AMBIGUOUS}, except in
     * an order, which is refused.
     *
     * @return the document; refused with everything that is wrong at {@code lines[n]…} counted from 1
     */
    @Operation(
            name = "third-party.record",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                WAREHOUSE_UNKNOWN,
                DOCUMENT_NUMBER_REUSED,
                DOCUMENT_NUMBER_WRONG,
                ABOUT_MISSING,
                CUSTOMER_NOT_WANTED,
                FROM_MISSING,
                LOT_MISSING,
                LINE_REPEATED,
                TOO_MANY_LINES,
                ORDER_UNKNOWN,
                "TEXT_TOO_LONG",
                "ITEM_NOT_ORDERED",
                "ITEM_UNKNOWN",
                "NO_EDI_ADDRESS",
                "NO_OWN_ADDRESS",
                "CONTENT_NOT_WRITABLE",
                "SCHEMA_MISSING"
            },
            refusalsOf = MovementCapture.class)
    Outcome<KeptDocument> record(Caller caller, StockDocument document);

    /** As {@link #record(Caller, StockDocument)}, for who knows otherwise by whom and by which way it came. */
    Outcome<KeptDocument> record(String recordedBy, CaptureSource source, StockDocument document);

    /** Books a shipping advice whose sales order was not known when it came. */
    @Operation(
            name = "third-party.post",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {WAREHOUSE_UNKNOWN, DOCUMENT_UNKNOWN, NOTHING_TO_POST, ORDER_UNKNOWN},
            refusalsOf = MovementCapture.class)
    Outcome<KeptDocument> post(Caller caller, SiteId warehouse, StockDocumentKind kind, String number);

    /**
     * Takes a shipping order back that nobody has shipped anything for. Everything else is undone by reversing what it booked.
     *
     * @param reason 1 to 2000 characters
     */
    @Operation(
            name = "third-party.cancel-order",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {
                WAREHOUSE_UNKNOWN,
                DOCUMENT_UNKNOWN,
                ORDER_SHIPPED,
                Reason.MISSING,
                Reason.TOO_LONG,
                "NO_EDI_ADDRESS",
                "NO_OWN_ADDRESS",
                "CONTENT_NOT_WRITABLE",
                "SCHEMA_MISSING"
            })
    Outcome<KeptDocument> cancel(Caller caller, SiteId warehouse, String number, String reason);

    /** @return the document, or empty */
    @Operation(name = "third-party.find-document")
    Optional<KeptDocument> find(SiteId warehouse, StockDocumentKind kind, String number);

    /**
     * @param before position of the last document of the page before; empty for the first page
     * @param limit how many at most, 1 to {@value #MOST_ROWS}; as many come while there may be more
     * @return documents of that kind, the newest first
     * @throws IllegalArgumentException if the limit is another number
     */
    @Operation(name = "third-party.list-documents")
    List<KeptDocument> list(SiteId warehouse, StockDocumentKind kind, Optional<Long> before, int limit);

    /**
     * Holds what was sent or ordered against what they report, or their inventories against our book.
     *
     * @param kind {@code TRANSFER_SHIPMENT}, {@code SHIPPING_ORDER} or {@code INVENTORY}
     * @param before position of the last document of the page before; empty for the first page
     * @param limit how many at most, 1 to {@value #MOST_ROWS}; as many come while there may be more
     * @return documents of that kind with what answers them, the newest first
     * @throws IllegalArgumentException if the limit is another number, or the kind is an answer
     */
    @Operation(name = "third-party.reconcile")
    List<StockComparison> reconcile(SiteId warehouse, StockDocumentKind kind, Optional<Long> before, int limit);

    /** @return one document of those that {@link #reconcile} lists, for services among themselves; empty when it is not known */
    Optional<StockComparison> comparison(SiteId warehouse, StockDocumentKind kind, String number);
}
