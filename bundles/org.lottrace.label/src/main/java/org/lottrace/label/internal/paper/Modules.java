package org.lottrace.label.internal.paper;

import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.identification.ElementValue;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

/**
 * A bar code in modules, the width of its thinnest bar.
 *
 * @param width without the quiet zones
 * @param height without the quiet zones; 1 when its bars may be as high as one likes
 * @param quiet modules that stay white on each side
 */
public record Modules(int width, int height, int quiet, List<Sheet.Box> boxes) {
    /** Source: GS1 General Specifications, 5.4, 5.6 and 5.7. */
    private static final int QUIET_OF_128 = 10;

    private static final int QUIET_OF_DATAMATRIX = 1;
    private static final int QUIET_OF_QR = 4;

    public Modules {
        boxes = List.copyOf(boxes);
    }

    /** @throws uk.org.okapibarcode.backend.OkapiException if it is too much for such a symbol */
    public static Modules gs1128(List<ElementValue> elements) {
        Symbol symbol = new Code128();
        symbol.setDataType(Symbol.DataType.GS1);
        symbol.setBarHeight(1);
        return of(symbol, content(elements), QUIET_OF_128);
    }

    /** @throws uk.org.okapibarcode.backend.OkapiException if it is too much for such a symbol */
    public static Modules dataMatrix(List<ElementValue> elements) {
        DataMatrix symbol = new DataMatrix();
        symbol.setDataType(Symbol.DataType.GS1);
        symbol.setForceMode(DataMatrix.ForceMode.SQUARE);
        return of(symbol, content(elements), QUIET_OF_DATAMATRIX);
    }

    /** @throws uk.org.okapibarcode.backend.OkapiException if it is too much for such a symbol */
    public static Modules qr(String uri) {
        QrCode symbol = new QrCode();
        symbol.setPreferredEccLevel(QrCode.EccLevel.M);
        return of(symbol, uri, QUIET_OF_QR);
    }

    /** The library has the identifiers in square brackets, which no value may have. */
    private static String content(List<ElementValue> elements) {
        return elements.stream()
                .map(element -> "[" + element.ai() + "]" + element.value())
                .collect(Collectors.joining());
    }

    private static Modules of(Symbol symbol, String content, int quiet) {
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(1);
        symbol.setContent(content);
        return new Modules(
                symbol.getWidth(),
                symbol.getHeight(),
                quiet,
                symbol.getRectangles().stream()
                        .map(bar -> new Sheet.Box((int) bar.x, (int) bar.y, (int) bar.width, (int) bar.height))
                        .toList());
    }
}
