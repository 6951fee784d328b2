package org.lottrace.persistence.internal.value;

import jakarta.persistence.Converter;
import java.util.List;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.cost.Account;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.DateKind;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.recall.drill.Drill;

/** How each type of constant is stored: applied wherever an entity has one, so that no column depends on a name in Java. */
public final class Codes {
    /** All of them, for Hibernate. */
    public static final List<Class<? extends CodeConverter<?>>> CONVERTERS = List.of(
            AccountCode.class,
            AuditKindCode.class,
            BasisCode.class,
            CaptureSourceCode.class,
            CertaintyCode.class,
            DispositionCode.class,
            DirectionCode.class,
            DocumentTypeCode.class,
            DrillStepCode.class,
            DrillTargetCode.class,
            EventTypeCode.class,
            InterchangeStatusCode.class,
            ItemTypeCode.class,
            KeyDataTypeCode.class,
            LocationTypeCode.class,
            LoginMethodCode.class,
            PartyRoleCode.class,
            PlaceKindCode.class,
            CountingCode.class,
            DateKindCode.class,
            ShelfLifeStartCode.class,
            ProductionRoleCode.class,
            TrackingModeCode.class);

    private Codes() {}

    @Converter(autoApply = true)
    public static final class AccountCode extends CodeConverter<Account> {
        public AccountCode() {
            super(Account.class);
        }
    }

    @Converter(autoApply = true)
    public static final class ProductionRoleCode extends CodeConverter<ProductionRole> {
        public ProductionRoleCode() {
            super(ProductionRole.class);
        }
    }

    @Converter(autoApply = true)
    public static final class AuditKindCode extends CodeConverter<AuditKind> {
        public AuditKindCode() {
            super(AuditKind.class);
        }
    }

    @Converter(autoApply = true)
    public static final class BasisCode extends CodeConverter<Basis> {
        public BasisCode() {
            super(Basis.class);
        }
    }

    @Converter(autoApply = true)
    public static final class CaptureSourceCode extends CodeConverter<CaptureSource> {
        public CaptureSourceCode() {
            super(CaptureSource.class);
        }
    }

    @Converter(autoApply = true)
    public static final class CertaintyCode extends CodeConverter<Edge.Certainty> {
        public CertaintyCode() {
            super(Edge.Certainty.class);
        }
    }

    @Converter(autoApply = true)
    public static final class DispositionCode extends CodeConverter<Disposition> {
        public DispositionCode() {
            super(Disposition.class);
        }
    }

    @Converter(autoApply = true)
    public static final class DirectionCode extends CodeConverter<Direction> {
        public DirectionCode() {
            super(Direction.class);
        }
    }

    @Converter(autoApply = true)
    public static final class DocumentTypeCode extends CodeConverter<DocumentType> {
        public DocumentTypeCode() {
            super(DocumentType.class);
        }
    }

    @Converter(autoApply = true)
    public static final class DrillStepCode extends CodeConverter<Drill.Step> {
        public DrillStepCode() {
            super(Drill.Step.class);
        }
    }

    @Converter(autoApply = true)
    public static final class DrillTargetCode extends CodeConverter<Drill.Target> {
        public DrillTargetCode() {
            super(Drill.Target.class);
        }
    }

    @Converter(autoApply = true)
    public static final class EventTypeCode extends CodeConverter<EventType> {
        public EventTypeCode() {
            super(EventType.class);
        }
    }

    @Converter(autoApply = true)
    public static final class InterchangeStatusCode extends CodeConverter<InterchangeStatus> {
        public InterchangeStatusCode() {
            super(InterchangeStatus.class);
        }
    }

    @Converter(autoApply = true)
    public static final class ItemTypeCode extends CodeConverter<ItemType> {
        public ItemTypeCode() {
            super(ItemType.class);
        }
    }

    @Converter(autoApply = true)
    public static final class CountingCode extends CodeConverter<Counting> {
        public CountingCode() {
            super(Counting.class);
        }
    }

    @Converter(autoApply = true)
    public static final class DateKindCode extends CodeConverter<DateKind> {
        public DateKindCode() {
            super(DateKind.class);
        }
    }

    @Converter(autoApply = true)
    public static final class ShelfLifeStartCode extends CodeConverter<ShelfLifeStart> {
        public ShelfLifeStartCode() {
            super(ShelfLifeStart.class);
        }
    }

    @Converter(autoApply = true)
    public static final class TrackingModeCode extends CodeConverter<TrackingMode> {
        public TrackingModeCode() {
            super(TrackingMode.class);
        }
    }

    @Converter(autoApply = true)
    public static final class KeyDataTypeCode extends CodeConverter<KeyDataType> {
        public KeyDataTypeCode() {
            super(KeyDataType.class);
        }
    }

    @Converter(autoApply = true)
    public static final class LocationTypeCode extends CodeConverter<LocationType> {
        public LocationTypeCode() {
            super(LocationType.class);
        }
    }

    @Converter(autoApply = true)
    public static final class LoginMethodCode extends CodeConverter<LoginMethod> {
        public LoginMethodCode() {
            super(LoginMethod.class);
        }
    }

    @Converter(autoApply = true)
    public static final class PartyRoleCode extends CodeConverter<PartyRole> {
        public PartyRoleCode() {
            super(PartyRole.class);
        }
    }

    @Converter(autoApply = true)
    public static final class PlaceKindCode extends CodeConverter<PlaceKind> {
        public PlaceKindCode() {
            super(PlaceKind.class);
        }
    }
}
