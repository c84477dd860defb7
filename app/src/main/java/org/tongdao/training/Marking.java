package org.tongdao.training;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.journey.GroundMoved;

/** Follows a ground step by step: begins the lesson when the ground is ready, and marks what is reached. */
@Component
class Marking {

    private final GroundStore ground;
    private final Lessons lessons;

    Marking(GroundStore ground) {
        this.ground = ground;
        this.lessons = Lessons.shipped();
    }

    @EventListener
    void moved(GroundMoved step) {
        var world = ground.world().orElseThrow();
        if (world.begunAt() != null) {
            ground.mark(step.now());
        } else if (world.seeks()) {
            ground.train()
                    .ifPresent(train ->
                            ground.found(train.plannedArrival().toInstant().minus(Training.BEFORE_ARRIVAL)));
        } else if (world.runTo() == null || !step.now().isBefore(world.runTo().toInstant())) {
            ground.begin(lessons.find(world.lesson()).orElseThrow(), step.now());
        }
    }
}
