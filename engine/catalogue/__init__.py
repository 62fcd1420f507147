"""What the seeds hold beside the law: measures, guidance and models of thought, as suggestions and never as duties."""
