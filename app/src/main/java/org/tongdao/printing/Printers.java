package org.tongdao.printing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The printers and the places they stand at. They live by the wall clock, also while the far side is emulated. */
@Component
public class Printers {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,200}");
    private static final Pattern PLACE = Pattern.compile("LOC-[A-Z0-9-]{1,40}");

    private final JdbcClient jdbc;

    Printers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Printer> list() {
        return jdbc.sql("""
                SELECT p.name, p.host, p.port, p.resting, p.seen_at,
                       ARRAY(SELECT l.place FROM printer_place l WHERE l.tenant_id = p.tenant_id AND l.printer = p.name ORDER BY 1) AS places,
                       (SELECT count(*) FROM print_job j WHERE j.tenant_id = p.tenant_id AND j.printer = p.name AND j.state IN ('WAITING', 'TAKEN')) AS waiting
                FROM printer p WHERE p.tenant_id = current_tenant() ORDER BY p.name""")
                .query((row, n) -> new Printer(
                        row.getString("name"),
                        row.getString("host"),
                        row.getInt("port"),
                        row.getObject("resting", java.time.OffsetDateTime.class),
                        row.getObject("seen_at", java.time.OffsetDateTime.class),
                        List.of((String[]) row.getArray("places").getArray()),
                        row.getLong("waiting")))
                .list();
    }

    /** Adds a printer, or says what is wrong with it. {@code address} is a host, host:port, or empty for one with an agent. */
    @Transactional
    public Optional<Finding> add(String name, String address, String actor) {
        int colon = address.lastIndexOf(':');
        var host = colon < 0 ? address.strip() : address.substring(0, colon).strip();
        int port = colon < 0 ? Printer.RAW : port(address.substring(colon + 1).strip());
        if (!NAME.matcher(name).matches()) {
            return wrong("PRINT-NAME", name, "1 to 40 letters, digits, dots, dashes.");
        }
        if (port < 1 || !host.isEmpty() && !HOST.matcher(host).matches()) {
            return wrong("PRINT-ADDRESS", address, "host or host:port, for example 192.168.1.40:9100.");
        }
        int added = jdbc.sql("""
                        INSERT INTO printer (tenant_id, name, host, port, created_by, created_at)
                        VALUES (current_tenant(), ?, ?, ?, ?, now()) ON CONFLICT DO NOTHING""").params(name, host, port, actor).update();
        return added == 1
                ? Optional.empty()
                : wrong("PRINT-TWICE", name, "Take another name, or remove that one first.");
    }

    /** Takes a printer away; what waits for it has certainly not come out. */
    @Transactional
    public boolean remove(String name) {
        jdbc.sql("""
                        UPDATE print_job SET state = 'FAILED', why = 'the printer was removed', ended_at = now()
                        WHERE tenant_id = current_tenant() AND printer = ? AND state = 'WAITING'""").param(name).update();
        return jdbc.sql("DELETE FROM printer WHERE tenant_id = current_tenant() AND name = ?")
                        .param(name)
                        .update()
                > 0;
    }

    /** From now on the labels of this place come out there; an empty printer: nowhere. */
    @Transactional
    public Optional<Finding> place(String place, String printer) {
        var code = place.strip().toUpperCase(Locale.ROOT);
        if (!PLACE.matcher(code).matches()) {
            return wrong("PRINT-PLACE", place, "The code at the place, which begins with LOC-.");
        }
        jdbc.sql("DELETE FROM printer_place WHERE tenant_id = current_tenant() AND place = ?")
                .param(code)
                .update();
        if (!printer.isEmpty()) {
            int set = jdbc.sql("""
                            INSERT INTO printer_place SELECT tenant_id, ?, name FROM printer
                            WHERE tenant_id = current_tenant() AND name = ?""").params(code, printer).update();
            if (set == 0) {
                return wrong("PRINT-UNKNOWN", printer, "Choose one of the printers of the list.");
            }
        }
        return Optional.empty();
    }

    /** The printer of a place. */
    @Transactional(readOnly = true)
    public Optional<String> at(String place) {
        return jdbc.sql("SELECT printer FROM printer_place WHERE tenant_id = current_tenant() AND place = ?")
                .param(place)
                .query(String.class)
                .optional();
    }

    private static int port(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535 ? Integer.parseInt(text) : -1;
    }

    private static Optional<Finding> wrong(String rule, String value, String maybe) {
        return Optional.of(Finding.error(rule, Place.of("printer"), value, maybe));
    }
}
