package org.lottrace.soap.erp.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.BlindCountDecision;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.SampleFate;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;
import org.lottrace.soap.erp.internal.wire.WireArrival;
import org.lottrace.soap.erp.internal.wire.WireArrivalLine;
import org.lottrace.soap.erp.internal.wire.WireBlindCountDecision;
import org.lottrace.soap.erp.internal.wire.WireConsumption;
import org.lottrace.soap.erp.internal.wire.WireCustomerReturn;
import org.lottrace.soap.erp.internal.wire.WireDispatch;
import org.lottrace.soap.erp.internal.wire.WireDisposal;
import org.lottrace.soap.erp.internal.wire.WireGoods;
import org.lottrace.soap.erp.internal.wire.WireLotCorrection;
import org.lottrace.soap.erp.internal.wire.WireMovement;
import org.lottrace.soap.erp.internal.wire.WireOpeningStock;
import org.lottrace.soap.erp.internal.wire.WireOpeningStockLine;
import org.lottrace.soap.erp.internal.wire.WireOutput;
import org.lottrace.soap.erp.internal.wire.WireProduction;
import org.lottrace.soap.erp.internal.wire.WireReceipt;
import org.lottrace.soap.erp.internal.wire.WireReceiptLine;
import org.lottrace.soap.erp.internal.wire.WireReversal;
import org.lottrace.soap.erp.internal.wire.WireSample;
import org.lottrace.soap.erp.internal.wire.WireShelfLifeBeginning;
import org.lottrace.soap.erp.internal.wire.WireShelfLifePart;
import org.lottrace.soap.erp.internal.wire.WireShipment;
import org.lottrace.soap.erp.internal.wire.WireShipmentLine;
import org.lottrace.soap.erp.internal.wire.WireStockCount;
import org.lottrace.soap.erp.internal.wire.WireSupplierReturn;
import org.lottrace.soap.erp.internal.wire.WireTransfer;
import org.lottrace.soap.erp.internal.wire.WireTransformation;
import org.lottrace.soap.erp.internal.wire.WireTransformationOutput;

/**
 * Movements from the wire.
 *
 * <p>The list of cases is as long as the list of critical tracking events; each is a few lines.
 */
final class MovementMapper {
    private final String user;
    private final ToldWith told;

    /**
     * @param user who logged in: the actor of every movement, whatever name the request gives
     * @param told what the movements that were sent together say of each other
     */
    MovementMapper(String user, ToldWith told) {
        this.user = user;
        this.told = told;
    }

    Optional<CaptureContext> context(Reading at, WireMovement wire) {
        EventId id = at.value("eventId", EventId.class, wire.getEventId());
        OffsetDateTime time = at.value("time", () -> ValueMapper.timestamp(wire.getTime()));
        Optional<LocalDate> accounting = at.optional("accountingDate", wire.getAccountingDate(), ValueMapper::date);
        SiteId site = at.value("site", SiteId.class, wire.getSite());
        return at.whole(() -> new CaptureContext(
                id,
                time.toInstant(),
                accounting,
                user,
                Optional.ofNullable(wire.getActor())
                        .filter(name -> !name.equals(user))
                        .orElse(""),
                Optional.ofNullable(wire.getDevice()).orElse(""),
                site,
                CaptureSource.ERP,
                told.basis(wire).map(basis -> Coded.of(Basis.class, basis.value()))));
    }

    Optional<Reversal> reversal(Reading at, WireReversal wire) {
        Optional<CaptureContext> context = context(at, wire);
        EventId corrects = at.value("corrects", EventId.class, wire.getCorrects());
        return at.whole(() -> new Reversal(
                context.orElseThrow(), corrects, wire.getReason(), Boolean.TRUE.equals(wire.isWithFollowing())));
    }

    Optional<LotCorrection> lotCorrection(Reading at, WireLotCorrection wire) {
        Optional<CaptureContext> context = context(at, wire);
        Optional<LotKey> lot = ValueMapper.lotKey(at.at("lot"), wire.getLot());
        Optional<LocalDate> made = at.optional("productionDate", wire.getProductionDate(), ValueMapper::date);
        Optional<LocalDate> expiry = at.optional("expiry", wire.getExpiry(), ValueMapper::date);
        Optional<LotNumber> number = at.optional("number", LotNumber.class, wire.getNumber());
        List<KeyDatum> attributes = at.list("keyDatum", wire.getKeyDatum(), FactMapper::keyDatum);
        return at.whole(() -> new LotCorrection(
                context.orElseThrow(),
                lot.orElseThrow(),
                made,
                expiry,
                Optional.ofNullable(wire.getSupplierLotNumber()),
                number,
                attributes,
                wire.getReason()));
    }

    Optional<ShelfLifeBeginning> shelfLifeBeginning(Reading at, WireShelfLifeBeginning wire) {
        Optional<CaptureContext> context = context(at, wire);
        ShelfLifeStart by =
                at.value("by", () -> Coded.of(ShelfLifeStart.class, wire.getBy().value()));
        Optional<LotReference> lot = ValueMapper.lotReference(at.at("lot"), wire.getLot());
        Optional<ShelfLifeBeginning.Part> part =
                Optional.ofNullable(wire.getPart()).flatMap(said -> shelfLifePart(at.at("part"), said));
        return at.whole(() -> new ShelfLifeBeginning(context.orElseThrow(), by, lot.orElseThrow(), part));
    }

    private static Optional<ShelfLifeBeginning.Part> shelfLifePart(Reading at, WireShelfLifePart wire) {
        LocationId location = at.value("location", LocationId.class, wire.getLocation());
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        Optional<LotNumber> lotNumber = at.optional("lotNumber", LotNumber.class, wire.getLotNumber());
        return at.whole(() -> new ShelfLifeBeginning.Part(location, container, quantity, lotNumber));
    }

    Optional<Receipt> receipt(Reading at, WireReceipt wire) {
        Optional<CaptureContext> context = context(at, wire);
        PartyId supplier = at.value("supplier", PartyId.class, wire.getSupplier());
        LocationId location = at.value("location", LocationId.class, wire.getLocation());
        List<Receipt.Line> lines = at.list("line", wire.getLine(), MovementMapper::receiptLine);
        return at.whole(() -> new Receipt(
                context.orElseThrow(),
                Optional.of(supplier),
                Optional.ofNullable(wire.getShipNotice()).map(number -> new ShipNoticeId(supplier, number)),
                Optional.ofNullable(wire.getPurchaseOrder()),
                location,
                lines));
    }

    private static Optional<Arrival.Line> arrivalLine(Reading at, WireArrivalLine wire) {
        Optional<LotReference> lot = ValueMapper.lotReference(at.at("lot"), wire.getLot());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        return at.whole(() -> new Arrival.Line(lot.orElseThrow(), quantity, container));
    }

    private static Optional<Receipt.Line> receiptLine(Reading at, WireReceiptLine wire) {
        Optional<LotReference> lot = ValueMapper.lotReference(at.at("lot"), wire.getLot());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        Optional<LocalDate> made = at.optional("productionDate", wire.getProductionDate(), ValueMapper::date);
        Optional<LocalDate> expiry = at.optional("expiry", wire.getExpiry(), ValueMapper::date);
        Optional<UnitPrice> price = at.optional("price", wire.getPrice(), ValueMapper::price);
        List<KeyDatum> keyData = at.list("keyDatum", wire.getKeyDatum(), FactMapper::keyDatum);
        return at.whole(() -> new Receipt.Line(
                lot.orElseThrow(),
                quantity,
                container,
                made,
                expiry,
                Boolean.TRUE.equals(wire.isDamaged()),
                Optional.ofNullable(wire.getOrderLine()),
                price,
                keyData));
    }

    Optional<Transfer> transfer(Reading at, WireTransfer wire) {
        Optional<CaptureContext> context = context(at, wire);
        Optional<SiteId> toSite = at.optional("toSite", SiteId.class, wire.getToSite());
        LocationId toLocation = at.value("toLocation", LocationId.class, wire.getToLocation());
        Optional<Sscc> toContainer = at.optional("toContainer", Sscc.class, wire.getToContainer());
        List<LotQuantity> goods = at.list("line", wire.getLine(), MovementMapper::goods);
        return at.whole(() -> new Transfer(
                context.orElseThrow(), toSite.orElse(context.orElseThrow().site()), toLocation, toContainer, goods));
    }

    Optional<Dispatch> dispatch(Reading at, WireDispatch wire) {
        Optional<CaptureContext> context = context(at, wire);
        SiteId toSite = at.value("toSite", SiteId.class, wire.getToSite());
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        List<LotQuantity> goods = at.list("line", wire.getLine(), MovementMapper::goods);
        return at.whole(() -> new Dispatch(
                context.orElseThrow(), toSite, container, Optional.ofNullable(wire.getTransferOrder()), goods));
    }

    Optional<Arrival> arrival(Reading at, WireArrival wire) {
        Optional<CaptureContext> context = context(at, wire);
        Optional<SiteId> dispatchedTo = at.optional("dispatchedTo", SiteId.class, wire.getDispatchedTo());
        LocationId location = at.value("location", LocationId.class, wire.getLocation());
        List<Sscc> units =
                at.list("unit", wire.getUnit(), (in, unit) -> in.whole(() -> TextForms.read(Sscc.class, unit)));
        List<Arrival.Line> lines = at.list("line", wire.getLine(), MovementMapper::arrivalLine);
        return at.whole(() -> new Arrival(
                context.orElseThrow(), dispatchedTo.orElse(context.orElseThrow().site()), location, units, lines));
    }

    Optional<Consumption> consumption(Reading at, WireConsumption wire) {
        Optional<CaptureContext> context = context(at, wire);
        List<LotQuantity> goods = at.list("line", wire.getLine(), MovementMapper::goods);
        return at.whole(() -> new Consumption(context.orElseThrow(), wire.getProductionOrder(), goods));
    }

    Optional<Production> production(Reading at, WireProduction wire) {
        Optional<CaptureContext> context = context(at, wire);
        ItemNumber item = at.value("item", ItemNumber.class, wire.getItem());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        Optional<LotNumber> lotNumber = at.optional("lotNumber", LotNumber.class, wire.getLotNumber());
        LocationId location = at.value("location", LocationId.class, wire.getLocation());
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        List<KeyDatum> keyData = at.list("keyDatum", wire.getKeyDatum(), FactMapper::keyDatum);
        List<Production.Output> others = at.list("output", wire.getOutput(), MovementMapper::output);
        return at.whole(() -> new Production(
                context.orElseThrow(),
                wire.getProductionOrder(),
                item,
                quantity,
                lotNumber,
                Optional.ofNullable(wire.getLine()).orElse(""),
                Optional.ofNullable(wire.getShift()).orElse(""),
                location,
                container,
                others,
                keyData));
    }

    private static Optional<Production.Output> output(Reading at, WireOutput wire) {
        ItemNumber item = at.value("item", ItemNumber.class, wire.getItem());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        Optional<LotNumber> lotNumber = at.optional("lotNumber", LotNumber.class, wire.getLotNumber());
        LocationId location = at.value("location", LocationId.class, wire.getLocation());
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        List<KeyDatum> keyData = at.list("keyDatum", wire.getKeyDatum(), FactMapper::keyDatum);
        return at.whole(() -> new Production.Output(item, quantity, lotNumber, location, container, keyData));
    }

    Optional<Shipment> shipment(Reading at, WireShipment wire) {
        Optional<CaptureContext> context = context(at, wire);
        List<Shipment.Line> lines = at.list("line", wire.getLine(), MovementMapper::shipmentLine);
        String order = Optional.ofNullable(wire.getSalesOrder()).orElse("");
        Optional<PartyId> customer = at.optional("customer", PartyId.class, wire.getCustomer());
        List<KeyDatum> keyData = at.list("keyDatum", wire.getKeyDatum(), FactMapper::keyDatum);
        return at.whole(() -> new Shipment(context.orElseThrow(), wire.getNumber(), order, customer, lines, keyData));
    }

    private static Optional<Shipment.Line> shipmentLine(Reading at, WireShipmentLine wire) {
        Optional<LotQuantity> goods = goods(at, wire);
        Optional<Sscc> shippedIn = at.optional("shippedIn", Sscc.class, wire.getShippedIn());
        return at.whole(() -> new Shipment.Line(wire.getOrderLine(), goods.orElseThrow(), shippedIn));
    }

    Optional<CustomerReturn> customerReturn(Reading at, WireCustomerReturn wire) {
        Optional<CaptureContext> context = context(at, wire);
        Optional<PartyId> customer = at.optional("customer", PartyId.class, wire.getCustomer());
        List<LotQuantity> goods = at.list("line", wire.getLine(), MovementMapper::goods);
        return at.whole(() -> new CustomerReturn(
                context.orElseThrow(), wire.getNumber(), Optional.ofNullable(wire.getShipment()), customer, goods));
    }

    Optional<SupplierReturn> supplierReturn(Reading at, WireSupplierReturn wire) {
        Optional<CaptureContext> context = context(at, wire);
        PartyId supplier = at.value("supplier", PartyId.class, wire.getSupplier());
        List<LotQuantity> goods = at.list("line", wire.getLine(), MovementMapper::goods);
        return at.whole(() -> new SupplierReturn(context.orElseThrow(), supplier, wire.getNumber(), goods));
    }

    Optional<StockCount> stockCount(Reading at, WireStockCount wire) {
        Optional<CaptureContext> context = context(at, wire);
        List<LotQuantity> found = at.list("line", wire.getLine(), MovementMapper::goods);
        return at.whole(() -> new StockCount(context.orElseThrow(), wire.getCountSheet(), found));
    }

    Optional<OpeningStock> openingStock(Reading at, WireOpeningStock wire) {
        Optional<CaptureContext> context = context(at, wire);
        List<OpeningStock.Line> lines = at.list("line", wire.getLine(), MovementMapper::openingLine);
        return at.whole(() -> new OpeningStock(context.orElseThrow(), wire.getCountSheet(), lines));
    }

    private static Optional<OpeningStock.Line> openingLine(Reading at, WireOpeningStockLine wire) {
        Optional<LotKey> lot = ValueMapper.lotKey(at.at("lot"), wire.getLot());
        Optional<LocalDate> made = at.optional("productionDate", wire.getProductionDate(), ValueMapper::date);
        Optional<LocalDate> expiry = at.optional("expiry", wire.getExpiry(), ValueMapper::date);
        LocationId location = at.value("location", LocationId.class, wire.getLocation());
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        UnitPrice cost = at.value("cost", () -> ValueMapper.price(wire.getCost()));
        return at.whole(() -> new OpeningStock.Line(
                new Lot(
                        lot.orElseThrow(),
                        made,
                        expiry,
                        Optional.ofNullable(wire.getSupplierLotNumber()),
                        Optional.empty()),
                location,
                container,
                quantity,
                cost));
    }

    Optional<Disposal> disposal(Reading at, WireDisposal wire) {
        Optional<CaptureContext> context = context(at, wire);
        List<LotQuantity> goods = at.list("line", wire.getLine(), MovementMapper::goods);
        return at.whole(() -> new Disposal(
                context.orElseThrow(),
                wire.getNumber(),
                Optional.ofNullable(wire.getReason()),
                Optional.ofNullable(wire.getWitness()),
                goods));
    }

    Optional<Sampling> sample(Reading at, WireSample wire) {
        Optional<CaptureContext> context = context(at, wire);
        List<LotQuantity> goods = at.list("line", wire.getLine(), MovementMapper::goods);
        return at.whole(() -> new Sampling(
                context.orElseThrow(),
                wire.getNumber(),
                wire.getPurpose(),
                Coded.of(SampleFate.class, wire.getFate().value()),
                goods));
    }

    Optional<BlindCountDecision> blindCountDecision(Reading at, WireBlindCountDecision wire) {
        Optional<CaptureContext> context = context(at, wire);
        EventId entry = at.value("entry", EventId.class, wire.getEntry());
        return at.whole(() -> new BlindCountDecision(context.orElseThrow(), wire.getCountSheet(), entry));
    }

    Optional<Transformation> transformation(Reading at, WireTransformation wire) {
        Optional<CaptureContext> context = context(at, wire);
        List<LotQuantity> goods = at.list("line", wire.getLine(), MovementMapper::goods);
        List<Transformation.Output> outputs = at.list("output", wire.getOutput(), MovementMapper::transformationOutput);
        return at.whole(() -> new Transformation(context.orElseThrow(), wire.getNumber(), goods, outputs));
    }

    private static Optional<Transformation.Output> transformationOutput(Reading at, WireTransformationOutput wire) {
        Optional<ItemNumber> item = at.optional("item", ItemNumber.class, wire.getItem());
        Optional<LotNumber> lotNumber = at.optional("lotNumber", LotNumber.class, wire.getLotNumber());
        Optional<Quantity> quantity = at.optional("quantity", wire.getQuantity(), ValueMapper::quantity);
        LocationId location = at.value("location", LocationId.class, wire.getLocation());
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        List<KeyDatum> keyData = at.list("keyDatum", wire.getKeyDatum(), FactMapper::keyDatum);
        return at.whole(() -> new Transformation.Output(item, lotNumber, quantity, location, container, keyData));
    }

    private static Optional<LotQuantity> goods(Reading at, WireGoods wire) {
        Optional<LotReference> lot = ValueMapper.lotReference(at.at("lot"), wire.getLot());
        LocationId location = at.value("location", LocationId.class, wire.getLocation());
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        Quantity quantity = at.value("quantity", () -> ValueMapper.quantity(wire.getQuantity()));
        List<KeyDatum> keyData = at.list("keyDatum", wire.getKeyDatum(), FactMapper::keyDatum);
        return at.whole(() -> new LotQuantity(lot.orElseThrow(), location, container, quantity, keyData));
    }
}
