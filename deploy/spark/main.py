"""What spark-submit runs, which takes a file and no module: `python -m copydesk.spark` with the same arguments."""

from copydesk.spark.command import main

if __name__ == "__main__":
    main()
