package org.lottrace.edi.asn856.internal;

import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.jaxb.JAXBContextFactory;
import org.eclipse.persistence.jaxb.JAXBContextProperties;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.edi.asn856.internal.wire.Batch;
import org.lottrace.edi.asn856.internal.wire.Item;
import org.lottrace.edi.asn856.internal.wire.Order;
import org.lottrace.edi.asn856.internal.wire.Pack;
import org.lottrace.edi.asn856.internal.wire.PartyReference;
import org.lottrace.edi.asn856.internal.wire.SerialNumber;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.lottrace.edi.asn856.internal.wire.Shipment;
import org.lottrace.edi.asn856.internal.wire.Tare;

/**
 * What is agreed with partners about the 856: {@code partners/NAME/856.oxm.xml} (the binding) and {@code 856.properties}
 * (all else). Files are read again when they change.
 */
final class PartnerFolder {
    private static final String BINDING = ".oxm.xml";
    private static final Class<?>[] MESSAGE = {
        ShipNoticeMessage.class,
        Shipment.class,
        Order.class,
        Tare.class,
        Pack.class,
        Item.class,
        Batch.class,
        PartyReference.class,
        SerialNumber.class
    };

    private final Path partners;
    private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();

    private record Loaded(FileTime changed, Binding binding) {}

    /** @param mappings the folder that holds {@code partners} */
    PartnerFolder(Path mappings) {
        this.partners = mappings.resolve("partners");
    }

    /** @return whether what is written for the partner is EDIFACT: its folder binds the DESADV and not the 856 */
    boolean writesEdifact(String mapping) {
        return code(mapping).equals(InboundDespatchAdvices.CODE);
    }

    private String code(String mapping) {
        Path folder = folder(mapping);
        boolean isEdifact = !Files.exists(folder.resolve(InboundShipNotices.CODE + BINDING))
                && Files.exists(folder.resolve(InboundDespatchAdvices.CODE + BINDING));
        return isEdifact ? InboundDespatchAdvices.CODE : InboundShipNotices.CODE;
    }

    /**
     * Of what is written for the partner.
     *
     * @param mapping name of the partner's folder
     * @throws BindingBrokenException if there is no binding or MOXy refuses it
     */
    Binding binding(String mapping) {
        return binding(mapping, code(mapping));
    }

    /**
     * @param code 856 or DESADV
     * @throws BindingBrokenException as {@link #binding(String)}
     */
    Binding binding(String mapping, String code) {
        Path file = folder(mapping).resolve(code + BINDING);
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Loaded known = loaded.get(file);
            if (known == null || !known.changed().equals(changed)) {
                known = new Loaded(changed, load(file));
                loaded.put(file, known);
            }
            return known.binding();
        } catch (IOException e) {
            throw new BindingBrokenException(
                    "binding " + file + " is missing or cannot be read; put one there or enter another mapping in the "
                            + "partner's profile");
        }
    }

    /**
     * @param code 856 or DESADV
     * @return what is wrong with the binding and with what was agreed beside it, as far as there are such files
     */
    List<String> unusable(String mapping, String code) {
        List<String> reasons = new ArrayList<>();
        try {
            if (Files.exists(folder(mapping).resolve(code + BINDING))) {
                binding(mapping, code);
            }
        } catch (BindingBrokenException e) {
            reasons.add(e.getMessage());
        }
        try {
            switches(mapping, code);
        } catch (BindingBrokenException e) {
            reasons.add(e.getMessage());
        }
        return reasons;
    }

    /** With the factory and the class loader named, MOXy looks nothing up by the class loader of the thread. */
    private static Binding load(Path file) throws IOException {
        try (InputStream oxm = Files.newInputStream(file)) {
            Map<String, Object> properties = Map.of(JAXBContextProperties.OXM_METADATA_SOURCE, List.of(oxm));
            return new Binding(
                    file,
                    JAXBContextFactory.createContext(MESSAGE, properties, PartnerFolder.class.getClassLoader()),
                    BoundPaths.of(file));
        } catch (BindingBrokenException e) {
            throw e;
        } catch (JAXBException | RuntimeException e) {
            // MOXy reports a wrong binding with unchecked exceptions of many kinds
            throw new BindingBrokenException(file, e);
        }
    }

    /**
     * @return what was agreed beside the binding
     * @throws BindingBrokenException if the file cannot be read or says something that is not known
     */
    PartnerSwitches switches(String mapping) {
        return switches(mapping, code(mapping));
    }

    /**
     * @param code 856 or DESADV
     * @throws BindingBrokenException as {@link #switches(String)}
     */
    PartnerSwitches switches(String mapping, String code) {
        Path file = folder(mapping).resolve(code + ".properties");
        boolean isEdifact = code.equals(InboundDespatchAdvices.CODE);
        if (!Files.exists(file)) {
            return isEdifact ? PartnerSwitches.ofEdifact(new Properties()) : PartnerSwitches.NONE;
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
            return isEdifact ? PartnerSwitches.ofEdifact(properties) : PartnerSwitches.of(properties);
        } catch (IOException | IllegalArgumentException e) {
            throw new BindingBrokenException(file, e);
        }
    }

    /**
     * @return the level that carries the SSCC of what we ship: PACK (S-O-P-I) unless {@code sscc.level} or {@code hierarchy} says otherwise
     * @throws BindingBrokenException as {@link #switches}
     */
    SsccLevel ssccLevel(String mapping) {
        return switches(mapping).ssccLevel();
    }

    private Path folder(String mapping) {
        if (!PartnerProfile.isFolder(mapping)) {
            throw new BindingBrokenException("mapping \"" + mapping + "\" is not the name of a folder in " + partners
                    + "; correct it in the partner's profile");
        }
        return partners.resolve(mapping);
    }

    /** Which HL level carries the SSCC the customer receives. */
    enum SsccLevel {
        PACK,
        TARE,
        /** None: no level of packages is written. */
        NONE
    }
}
