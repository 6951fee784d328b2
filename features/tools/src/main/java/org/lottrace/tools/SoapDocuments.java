package org.lottrace.tools;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Posts SOAP requests and reads what was refused out of the answers. */
final class SoapDocuments {
    private static final String VIOLATIONS = "urn:lottrace:violation:1";

    private final HttpClient client;
    private final URI address;
    private final String authorization;

    /** @param server the key of an HTTPS server: the one that is talked to, whatever name it is reached by */
    SoapDocuments(URI address, String user, String password, Optional<Https.KeyStoreFile> server)
            throws IOException, GeneralSecurityException {
        HttpClient.Builder builder = HttpClient.newBuilder();
        if (server.isPresent()) {
            builder.sslContext(OnlyServer.with(ServerCertificate.certificateIn(server.get())));
        }
        this.client = builder.build();
        this.address = address;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @return every reason why it, or a part of it, was refused; empty when all of it was taken */
    List<String> handOver(Path document) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", authorization)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", "\"\"")
                        .POST(HttpRequest.BodyPublishers.ofFile(document))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        boolean isSoap =
                answer.headers().firstValue("Content-Type").orElse("").contains("xml") && answer.body().length > 0;
        if (!isSoap) {
            return List.of("HTTP status " + answer.statusCode() + " from " + address);
        }
        List<String> problems = violations(answer.body());
        if (problems.isEmpty() && answer.statusCode() != 200) {
            problems.add(
                    "HTTP status " + answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return problems;
    }

    /** Reasons stand in refused outcomes and in fault details; the reasons of candidates passed over are no refusal. */
    private static List<String> violations(byte[] answer) throws IOException {
        List<String> problems = new ArrayList<>();
        NodeList codes = parse(answer).getElementsByTagNameNS(VIOLATIONS, "code");
        for (int i = 0; i < codes.getLength(); i++) {
            Element violation = (Element) codes.item(i).getParentNode();
            if (violation.getLocalName().equals("violation")) {
                problems.add(child(violation, "code") + " " + child(violation, "field") + ": "
                        + child(violation, "message"));
            }
        }
        return problems;
    }

    private static String child(Element violation, String name) {
        return violation.getElementsByTagNameNS(VIOLATIONS, name).item(0).getTextContent();
    }

    private static Document parse(byte[] answer) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer));
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException("the answer is no XML: " + new String(answer, StandardCharsets.UTF_8), broken);
        }
    }
}
