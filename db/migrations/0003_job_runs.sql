CREATE TABLE "job_runs" (
	"job" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "job_runs_job_planned_at_pk" PRIMARY KEY("job","planned_at")
);
