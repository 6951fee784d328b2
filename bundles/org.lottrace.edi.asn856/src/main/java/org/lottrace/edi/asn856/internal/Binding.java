package org.lottrace.edi.asn856.internal;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.xml.transform.sax.SAXSource;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.partner.LongList;
import org.lottrace.edi.asn856.internal.SetLevels.Node;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Nameless;
import org.lottrace.edi.asn856.internal.wire.PartyReference;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.lottrace.edi.asn856.internal.wire.Shipment;
import org.xml.sax.InputSource;

/** The binding of a partner: segments to message, and message to XML. */
final class Binding {
    private final Path file;
    private final JAXBContext context;
    private final BoundPaths paths;
    /** One is made for each thread that reads at the same time: to make one takes longer than to read a level. */
    private final Queue<Unmarshaller> idle = new ConcurrentLinkedQueue<>();

    Binding(Path file, JAXBContext context, BoundPaths paths) {
        this.file = file;
        this.context = context;
        this.paths = paths;
    }

    /** @return what is read of each level */
    BoundPaths paths() {
        return paths;
    }

    /**
     * MOXy reads each level alone and only what the binding reads of it; how they nest is said by HL02, never by the binding.
     *
     * @throws BindingBrokenException if the segments do not fit the binding
     */
    ShipNoticeMessage read(SetLevels set) {
        return read(set, PartnerSwitches.NONE);
    }

    /** As above, with what was agreed with the partner about key data. */
    ShipNoticeMessage read(SetLevels set, PartnerSwitches partner) {
        try {
            Unmarshaller unmarshaller = unmarshaller();
            boolean isEdifact = set.isEdifact();
            ShipNoticeMessage message =
                    read(unmarshaller, "TRANSACTION", set.heading(), isEdifact, ShipNoticeMessage.class);
            message.purpose = isEdifact ? NoticePurpose.fromEdifact(message.purpose) : message.purpose;
            if (set.isLong()) {
                idle.add(unmarshaller);
                readEach(set, message, partner);
                return message;
            }
            List<Level> all = new ArrayList<>();
            for (Node node : set.nodes()) {
                Level level = read(unmarshaller, set, node, partner);
                level.index = all.size();
                all.add(level);
                if (level instanceof Shipment shipment) {
                    message.shipment = shipment;
                }
            }
            for (int i = 0; i < all.size(); i++) {
                int parent = set.parent(i);
                if (parent >= 0) {
                    all.get(parent).levels.add(all.get(i));
                }
            }
            message.all = all;
            idle.add(unmarshaller); // one that has failed is not used again
            return message;
        } catch (JAXBException | RuntimeException e) {
            // MOXy reports a wrong binding with unchecked exceptions of many kinds
            throw new BindingBrokenException(file, e);
        }
    }

    private Unmarshaller unmarshaller() throws JAXBException {
        Unmarshaller ready = idle.poll();
        return ready == null ? context.createUnmarshaller() : ready;
    }

    /** Each level of a large message is read when it is asked for, and forgotten by who has asked. */
    private void readEach(SetLevels set, ShipNoticeMessage message, PartnerSwitches partner) {
        message.all = LongList.of(set.nodes().size(), i -> level(set, i, partner));
        IntStream.range(0, message.all.size())
                .filter(i -> set.parent(i) < 0)
                .mapToObj(message.all::get)
                .filter(Shipment.class::isInstance)
                .findFirst()
                .ifPresent(shipment -> message.shipment = (Shipment) shipment);
    }

    private Level level(SetLevels set, int index, PartnerSwitches partner) {
        try {
            Unmarshaller unmarshaller = unmarshaller();
            Level level = read(unmarshaller, set, set.nodes().get(index), partner);
            idle.add(unmarshaller);
            LongLevels tree = set.large();
            level.index = index;
            level.levels = LongList.of(tree.children(index), i -> level(set, tree.child(index, i), partner));
            return level;
        } catch (JAXBException | RuntimeException e) {
            // as above
            throw new BindingBrokenException(file, e);
        }
    }

    private Level read(Unmarshaller unmarshaller, SetLevels set, Node node, PartnerSwitches partner)
            throws JAXBException {
        boolean isEdifact = set.isEdifact();
        LevelKind kind = LevelKind.of(node.code());
        Level level = kind == LevelKind.LEVEL
                ? new Nameless()
                : read(unmarshaller, kind.name(), node.readable(), isEdifact, kind.type());
        Alternatives.settle(level, isEdifact);
        level.id = node.id();
        level.parent = node.parent();
        level.code = node.code();
        level.keyData = data(set.keyData(node, partner));
        return level;
    }

    private static List<KeyDatum> data(List<KeyDataReading.Said> said) {
        if (said.isEmpty()) {
            return List.of();
        }
        KeyDatum[] data = new KeyDatum[said.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = said.get(i).datum();
        }
        return List.of(data);
    }

    private <T> T read(
            Unmarshaller unmarshaller, String root, List<SetSegment> segments, boolean isEdifact, Class<T> type)
            throws JAXBException {
        LevelFeed feed = new LevelFeed(root, segments, isEdifact, elements(type));
        return unmarshaller
                .unmarshal(new SAXSource(feed, new InputSource()), type)
                .getValue();
    }

    /** @return what is read of a segment, in a level of that type or in its loop of a party */
    private Function<SetSegment, BoundElements> elements(Class<?> type) {
        BoundSegments ofLevel = paths.in(type);
        BoundSegments ofParty = type == Shipment.class ? paths.in(PartyReference.class) : BoundSegments.NONE;
        return segment -> (segment.loop().equals("PARTY") ? ofParty : ofLevel).of(segment);
    }

    /** @throws BindingBrokenException if the message does not fit the binding */
    String write(ShipNoticeMessage message) {
        try {
            StringWriter xml = new StringWriter();
            Marshaller marshaller = context.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.marshal(message, xml);
            return xml.toString();
        } catch (JAXBException | RuntimeException e) {
            // as above
            throw new BindingBrokenException(file, e);
        }
    }
}
