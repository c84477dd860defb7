package org.tongdao.settlement;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.ledger.Ledger;
import org.tongdao.ledger.TrialBalance;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The door of settlement. Charging again charges only what was not charged yet; a database constraint keeps it so for any number of clerks. */
@Component
@Transactional
public class Settlement {

    private final Charging charging;
    private final StoredJournal journal;
    private final ChargeQuery charges;
    private final Statement statement;
    private final Clock clock;

    Settlement(Charging charging, StoredJournal journal, ChargeQuery charges, Statement statement, Clock clock) {
        this.charging = charging;
        this.journal = journal;
        this.charges = charges;
        this.statement = statement;
        this.clock = clock;
    }

    /** Charges the freight of every departed parcel of a batch that owes it still. */
    public ChargeReport charge(long batchId) {
        return charging.charge(batchId);
    }

    /** How often a train has left; freight becomes due when this grows. */
    @Transactional(readOnly = true)
    public long departures() {
        return charging.departures();
    }

    /** Batches with departed parcels that owe their freight still. */
    @Transactional(readOnly = true)
    public List<Long> owing() {
        return charging.owing();
    }

    /** All accounts of this tenant; {@link TrialBalance#isBalanced} or the books are broken. */
    @Transactional(readOnly = true)
    public TrialBalance trialBalance() {
        return journal.trialBalance();
    }

    /** Why a parcel was charged what it was, step by step; empty when it is not charged. */
    @Transactional(readOnly = true)
    public Optional<Charge> find(String parcelNo) {
        return charges.find(parcelNo);
    }

    /** Takes a parcel's charge back; the next {@link #charge} charges it anew. Returns why it could not, empty when done. */
    public List<Finding> reverse(String parcelNo, String reason) {
        Optional<Charge> charge = charges.find(parcelNo);
        if (charge.isEmpty()) {
            return List.of(
                    Finding.error("CHARGE-NONE", Place.of("settlement"), parcelNo, "There is no charge to take back."));
        }
        String entry = charge.get().entryId();
        return new Ledger(journal.chart(), journal).reverse(entry, entry + "/reversed", clock.instant(), reason);
    }

    /** Writes all charges of this tenant, see docs/formats/statement.md. */
    @Transactional(readOnly = true)
    public void writeStatement(Path csv) {
        statement.write(csv);
    }
}
