package org.lottrace.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The rows of a transfer by plain JDBC, one transaction each, prepared statements kept: the id is looked up, lot and head are
 * locked in our order, the stock is read, a hash over the same number of characters is taken, and each row that LotTrace wrote for
 * its last event is written again with another position and id.
 */
final class PostingRival implements AutoCloseable {
    private static final List<String> PARTS = List.of("event_identity", "trace_event", "event_line");

    private final Connection connection;
    private final PreparedStatement known;
    private final PreparedStatement lockLot;
    private final PreparedStatement stock;
    private final PreparedStatement lockHead;
    private final PreparedStatement moveHead;
    private final PreparedStatement balance;
    private final List<Part> parts = new ArrayList<>();
    private final MessageDigest sha256;
    private final String content = "x".repeat(900);
    private final List<Object> lots;
    private final int firstLot;
    private int transfers;

    private record Move(String id, long lot, List<Object> places, int kilograms) {}

    private record Part(List<String> columns, List<Object> row, PreparedStatement insert) {
        void add(long position, String id, String hash, long lot) throws SQLException {
            for (int i = 0; i < columns.size(); i++) {
                insert.setObject(
                        i + 1,
                        switch (columns.get(i)) {
                            case "ledger_position" -> position;
                            case "event_id" -> id;
                            case "hash" -> hash;
                            case "lot_id" -> lot;
                            default -> row.get(i);
                        });
            }
            insert.addBatch();
        }
    }

    /** @param firstLot its lots are this one and those that follow */
    PostingRival(String url, int firstLot) throws SQLException {
        this.firstLot = firstLot;
        connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        known = connection.prepareStatement("select ledger_position from event_identity where event_id = ?");
        lockLot = connection.prepareStatement("select id from lot where id = ? for no key update");
        stock = connection.prepareStatement(
                "select place_code, quantity from stock where lot_id = ? order by place_code");
        lockHead = connection.prepareStatement(
                "select head_position, hash from ledger_head where id = 1 for no key update");
        moveHead = connection.prepareStatement("update ledger_head set head_position = ?, hash = ? where id = 1");
        balance = connection.prepareStatement(
                "update stock set quantity = quantity + ? where lot_id = ? and place_code = ?");
        for (String table : PARTS) {
            parts.add(part(table));
        }
        try (PreparedStatement all = connection.prepareStatement("select id from lot order by id")) {
            lots = rows(all);
        }
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void transfer() throws SQLException {
        transfers(1);
    }

    /** In one transaction: looked up and locked one by one, written in batches. */
    void transfers(int number) throws SQLException {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            moves.add(lookUp());
        }
        long position;
        String hash;
        try (ResultSet head = lockHead.executeQuery()) {
            head.next();
            position = head.getLong(1);
            hash = head.getString(2);
        }
        for (Move move : moves) {
            position++;
            hash = HexFormat.of().formatHex(sha256.digest((hash + content).getBytes(StandardCharsets.UTF_8)));
            for (Part part : parts) {
                part.add(position, move.id(), hash, move.lot());
            }
            balance(-move.kilograms(), move.lot(), move.places().get(0));
            balance(move.kilograms(), move.lot(), move.places().get(1));
        }
        for (Part part : parts) {
            part.insert().executeBatch();
        }
        balance.executeBatch();
        moveHead.setLong(1, position);
        moveHead.setString(2, hash);
        moveHead.executeUpdate();
        connection.commit();
    }

    private Move lookUp() throws SQLException {
        long lot = (long) lots.get((firstLot + transfers / 2) % lots.size());
        int sign = transfers % 2 == 0 ? 1 : -1;
        String id = "rival" + firstLot + "-" + ++transfers;
        known.setString(1, id);
        rows(known);
        lockLot.setLong(1, lot);
        rows(lockLot);
        stock.setLong(1, lot);
        List<Object> places = rows(stock);
        if (places.size() != 2) {
            throw new IllegalStateException("the lot is at " + places + ", not at two places");
        }
        return new Move(id, lot, places, sign);
    }

    private void balance(int kilograms, long lot, Object place) throws SQLException {
        balance.setInt(1, kilograms);
        balance.setLong(2, lot);
        balance.setObject(3, place);
        balance.addBatch();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Part part(String table) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement("select * from " + table
                        + " where ledger_position = (select head_position from ledger_head where id = 1)");
                ResultSet row = last.executeQuery()) {
            row.next();
            List<String> columns = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getMetaData().getColumnName(i));
                values.add(row.getObject(i));
            }
            return new Part(
                    columns,
                    values,
                    connection.prepareStatement("insert into " + table + " (" + String.join(", ", columns)
                            + ") values (" + "?, ".repeat(columns.size() - 1) + "?)"));
        }
    }

    private static List<Object> rows(PreparedStatement question) throws SQLException {
        List<Object> first = new ArrayList<>();
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                first.add(rows.getObject(1));
            }
        }
        return first;
    }
}
